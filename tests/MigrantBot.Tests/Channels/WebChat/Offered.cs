using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MigrantBot.Intake;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Channels.WebChat;

/// <summary>What a browser that seals is offered, and what it would send, made without a browser.</summary>
sealed partial class Offered(PageReader page)
{
    static readonly Randomness Random = System.Security.Cryptography.RandomNumberGenerator.Fill;

    public PageReader Page => page;

    public SealingOffer Offer { get; } = JsonSerializer.Deserialize<SealingOffer>(WebUtility.HtmlDecode(Data().Match(page.Html).Groups[1].Value), JsonSerializerOptions.Web)!;

    /// <summary>The codes of the buttons that send.</summary>
    public IReadOnlyList<string> Sends => [.. Send().Matches(page.Html).Select(match => match.Groups[1].Value)];

    public IReadOnlyList<Recipient> Recipients => [.. Offer.Recipients.Select(one => new Recipient(one.Id, one.Key))];

    public string Sealed(string text, IReadOnlyList<Recipient>? recipients = null)
    {
        var content = JsonNode.Parse(Offer.Content)!;
        content["text"] = text;
        var envelope = Envelope.Seal(
            Encoding.UTF8.GetBytes(content.ToJsonString()), new(Offer.Report, Offer.Envelope, (Direction)Offer.Direction), recipients ?? Recipients, Random);
        return Written(envelope.Body, [.. envelope.Keys]);
    }

    public static string Written(byte[] body, IReadOnlyList<(string Id, byte[] Key)> keys) =>
        JsonSerializer.Serialize(new { body, keys = keys.Select(key => new { id = key.Id, key = key.Key }) });

    /// <summary>The first number that is work enough; or the first that is not.</summary>
    public string Work(bool isEnough = true) =>
        Enumerable.Range(0, int.MaxValue).Select(number => number.ToString(CultureInfo.InvariantCulture)).First(number => MigrantBot.Intake.Work.IsEnough(Offer.Envelope, number) == isEnough);

    [GeneratedRegex(@" data-offer=""([^""]*)""")]
    private static partial Regex Data();

    [GeneratedRegex(@"value=""([^""]*)"" data-send=")]
    private static partial Regex Send();
}
