using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using MigrantBot.Console;
using MigrantBot.Core.Moderation;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Custody;

namespace MigrantBot.Tests.Console;

/// <summary>A console with a root key: answers are sealed to those on the signed list and to the recovery key.</summary>
public sealed class ListedTests : IAsyncLifetime, IDisposable
{
    readonly SigningRoot root = new();
    readonly ECDiffieHellman recovery = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    ConsoleHost host = null!;

    public async Task InitializeAsync() => host = await ConsoleHost.Start(root.Key);

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose()
    {
        root.Dispose();
        recovery.Dispose();
    }

    async Task<Listed> ListedOf(string id) => SigningRoot.Of((await host.Get<ModeratorStore>().Find(id, CancellationToken.None))!);

    [Fact]
    public async Task Who_is_not_on_the_list_is_neither_a_recipient_nor_may_answer()
    {
        using var amina = await Visitor.SignedIn(host);
        using var bek = await Visitor.SignedIn(host, "m-2", "bek");
        await host.Database.Put(root.Next(await ListedOf("m-1"), SigningRoot.Recovery(recovery)));
        using var reporter = await Reporter.Tells(host, "words");
        var recipients = $"{ConsolePaths.Api}/cases/{reporter.Report}/recipients";

        using (await amina.Post($"cases/{reporter.Report}/claim"))
        using (var answer = await amina.Get(recipients))
            Assert.Equal(["reporter", "m-1", Listed.Recovery], (await answer.Content.ReadFromJsonAsync<Answer.RecipientView[]>())!.Select(one => one.Id));

        host.Clock.Advance(Moderating.Lease);
        using (await bek.Post($"cases/{reporter.Report}/claim"))
        using (var answer = await bek.Get(recipients))
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Equal("not-listed", (await answer.Content.ReadFromJsonAsync<Denied>())!.Refusal);
        }
    }

    [Fact]
    public async Task While_no_list_holds_nobody_answers()
    {
        using var amina = await Visitor.SignedIn(host);
        await host.Database.Put(root.Next(await ListedOf("m-1")) with { Signature = new byte[64] });
        using var reporter = await Reporter.Tells(host, "words");

        using (await amina.Post($"cases/{reporter.Report}/claim"))
        using (var answer = await amina.Get($"{ConsolePaths.Api}/cases/{reporter.Report}/recipients"))
            Assert.Equal("not-listed", (await answer.Content.ReadFromJsonAsync<Denied>())!.Refusal);
    }
}
