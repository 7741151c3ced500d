using System.Text.Json;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;
using MigrantBot.Texts;

namespace MigrantBot.Channels.WebChat;

/// <summary>
/// What a page says to the script that seals (Browser/tell.js), all of it in attributes: a page without the script is the same page. <paramref name="Offer"/>:
/// as what and to whom, on a page that shows the words once more.
/// </summary>
sealed record InBrowser(SealingOffer? Offer)
{
    /// <summary>What a number stands for in a text that the browser fills.</summary>
    const string Number = "#";

    internal static readonly string Script = $"<script type=\"module\" src=\"{WebFiles.Script}\"></script>\n";

    /// <summary>A place for what the script has to say.</summary>
    internal const string Status = "<p role=\"status\"></p>\n";

    internal string Form(Language language, Wording wording)
    {
        var tooLong = wording.Say(language, new Line(LineStyle.Text, "telling.too-long", ("length", Number), ("most", BrowserSealing.MostCharacters)));
        return " data-seals"
            + Data("most", $"{BrowserSealing.MostCharacters}")
            + Data("too-long", $"{tooLong} {wording.Say(language, "web.telling.shorten")}")
            + Data("wait", wording.Say(language, "web.sealed.wait"))
            + Data("failed", wording.Say(language, "web.sealed.failed"))
            + (Offer is null ? "" : Data("offer", JsonSerializer.Serialize(Offer, JsonSerializerOptions.Web)));
    }

    /// <summary>What a line says instead, once the browser seals.</summary>
    internal static string? Instead(Language language, Line line, Wording wording)
    {
        var key = $"web.sealed.{line.Key}";
        return wording.Has(language, key) ? Data("sealed", wording.Say(language, line with { Key = key })) : null;
    }

    /// <summary>Marks a button that sends.</summary>
    internal string? Mark(Place place) => Offer is not null && BrowserSealing.Sends(place) ? Data("send", BrowserSealing.KeepsNames(place) ? "names" : "") : null;

    static string Data(string name, string value) => $" data-{name}=\"{PageWriting.Encode(value)}\"";
}
