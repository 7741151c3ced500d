using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using MigrantBot.Console;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Console;

/// <summary>Whoever was removed comes in no more, and what they kept of their keys opens nothing that is here.</summary>
public sealed class RemovedTests : ConsoleTest
{
    sealed record Dumped
    {
        public string ReportId { get; init; } = "";
        public string Id { get; init; } = "";
        public long Direction { get; init; }
        public byte[] Body { get; init; } = [];
        public byte[] SealedKey { get; init; } = [];
    }

    /// <summary>How many texts this key opens in everything that the database holds, whoever a row says that it is for.</summary>
    async Task<int> Opens(ECDiffieHellman key)
    {
        var all = await Host.Database.Read(connection => connection.QueryAsync<Dumped>(
            "SELECT e.report_id, e.id, e.direction, e.body, k.sealed_key FROM envelopes e JOIN envelope_keys k ON k.envelope_id = e.id"), CancellationToken.None);
        return all.Count(one => Envelope.Open(one.Body, one.SealedKey, new Binding(one.ReportId, one.Id, (Direction)one.Direction), key) is not null);
    }

    Task<bool> Remove(string id) => new Removal(Host.Database).Remove(id, "operator", Host.Clock.GetUtcNow(), CancellationToken.None);

    [Fact]
    public async Task Their_old_key_opens_nothing_in_a_fresh_dump()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var karim = await Visitor.SignedIn(Host, "m-2", "karim");
        var report = await Host.Report(new Facets(), "Words of a reporter.");
        await Host.Add(report, "More words.");
        Assert.Equal((2, 2), (await Opens(amina.Box), await Opens(karim.Box)));

        Assert.True(await Remove("m-1"));
        await Host.Report(new Facets(), "Words that came after.");
        await Host.Add(report, "Words that were added after.");

        Assert.Equal((0, 4), (await Opens(amina.Box), await Opens(karim.Box)));
    }

    [Fact]
    public async Task Their_session_is_over_at_once_in_the_midst_of_a_case_and_the_case_is_free()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var karim = await Visitor.SignedIn(Host, "m-2", "karim");
        var report = await Host.Report(new Facets(), "Words of a reporter.");
        (await amina.Post($"cases/{report}/claim")).Dispose();

        await Remove("m-1");

        using var open = await amina.Post($"cases/{report}/open");
        using var keys = await amina.Get($"{ConsolePaths.Api}/keys");
        using var page = await amina.Get(ConsolePaths.Home);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Redirect), (open.StatusCode, keys.StatusCode, page.StatusCode));
        using var claim = await karim.Post($"cases/{report}/claim");
        Assert.Equal(HttpStatusCode.OK, claim.StatusCode);
    }

    [Fact]
    public async Task Their_wrapped_keys_and_passkeys_are_in_no_byte_of_the_file_any_more()
    {
        var (wrapped, passkey) = (Mark("wrapped-keys-"), Mark("passkey-data-"));
        using var amina = await Visitor.SignedIn(Host);
        await Host.Database.Write(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("UPDATE moderators SET wrapped_keys = @wrapped", new { wrapped }, transaction);
            return await PasskeyStore.Insert(connection, transaction, new() { CredentialId = "passkey-1", ModeratorId = "m-1", Label = "phone", Data = passkey, CreatedOn = new(2026, 3, 10) });
        }, CancellationToken.None);
        await Host.Database.Expunge(CancellationToken.None);
        Assert.True(await Holds(wrapped) && await Holds(passkey));

        await Remove("m-1");

        Assert.False(await Holds(wrapped) || await Holds(passkey));
    }

    static byte[] Mark(string name) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(name, 20)));

    /// <summary>In the file or its log.</summary>
    async Task<bool> Holds(byte[] bytes)
    {
        var file = await Host.Database.Read(connection => Task.FromResult(connection.DataSource), CancellationToken.None);
        foreach (var part in new[] { file, $"{file}-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            if ((await reader.ReadToEndAsync()).Contains(Encoding.Latin1.GetString(bytes), StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
