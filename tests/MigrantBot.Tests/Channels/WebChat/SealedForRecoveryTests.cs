using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;
using MigrantBot.Tests.Custody;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Channels.WebChat;

/// <summary>With a root key a browser seals to whoever is drawn from the list and to the recovery key, and to nobody else.</summary>
public sealed class SealedForRecoveryTests : IAsyncLifetime, IDisposable
{
    const string Story = "Паспортимни олишди.";

    readonly SigningRoot root = new();
    readonly ECDiffieHellman recovery = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    readonly Reader eve = new("m-9", "uz", "ru", "en");
    WebHost host = null!;
    HttpClient http = null!;

    public async Task InitializeAsync()
    {
        host = await WebHost.Start(root: root.Key);
        http = host.Client();
        await eve.Enrol(host.Database);
        await host.Database.Put(root.Next(SigningRoot.Of(host.Reader.Row), SigningRoot.Recovery(recovery)));
        await host.Look();
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }

    public void Dispose()
    {
        root.Dispose();
        recovery.Dispose();
        eve.Dispose();
    }

    async Task<HttpResponseMessage> Post(string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await http.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    async Task<Offered> Offer()
    {
        using var answer = await Post("/seal", ("say", $"1.en.words.{DraftCode.Write(new(UInt128.One, new() { Who = Who.Self }))}"), ("words", "some"));
        return new(new(await answer.Content.ReadAsStringAsync()));
    }

    async Task<HttpStatusCode> Send(Offered offered, IReadOnlyList<Recipient> recipients)
    {
        using var answer = await Post("/chat", ("to", offered.Sends[0]), ("sealed", offered.Sealed(Story, recipients)), ("work", offered.Work()));
        return answer.StatusCode;
    }

    [Fact]
    public async Task The_recovery_key_is_offered_besides_who_is_on_the_list_and_opens_what_came()
    {
        var offered = await Offer();
        Assert.Equal(["m-1", Listed.Recovery], offered.Recipients.Select(one => one.Id));
        Assert.Equal(HttpStatusCode.OK, await Send(offered, offered.Recipients));

        var (body, key) = await host.Database.Read(connection => connection.QuerySingleAsync<(byte[], byte[])>(
            "SELECT e.body, k.sealed_key FROM envelopes e JOIN envelope_keys k ON k.envelope_id = e.id WHERE k.recipient_id = 'recovery'"), CancellationToken.None);
        var text = Envelope.Open(body, key, new(offered.Offer.Report, offered.Offer.Envelope, Direction.Report), recovery);
        Assert.Equal(Story, JsonDocument.Parse(Encoding.UTF8.GetString(text!)).RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Words_that_leave_the_recovery_key_out_or_bring_somebody_else_are_refused()
    {
        var offered = await Offer();
        var (amina, paper, stranger) = (offered.Recipients[0], offered.Recipients[1], new Recipient("m-9", eve.Row.BoxKey));
        IReadOnlyList<Recipient>[] wrongs = [[amina], [paper], [amina, stranger], [amina, paper, stranger], [amina, paper, paper], [stranger, paper], [amina, amina, paper]];

        foreach (var wrong in wrongs)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(offered, wrong));
        Assert.Equal(0, await PlainRows.Count(host.Database, "reports"));
    }
}
