using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests;

/// <summary>A moderator whose keys the test owns, so that it can open what was sealed.</summary>
sealed class Reader : IDisposable
{
    readonly ECDiffieHellman keys = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    readonly ECDsa sign = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Reader(string id, params string[] languages) =>
        Row = Storage.Some.Moderator(id, id) with { BoxKey = P256.PublicKeyOf(keys), SignKey = P256.PublicKeyOf(sign), Languages = string.Join(' ', languages) };

    public Moderator Row { get; }

    public async Task Enrol(Database database) =>
        Assert.True(await new ModeratorStore(database).Insert(Row, CancellationToken.None));

    /// <summary>Everything in the database that this moderator can read; or what goes one way alone.</summary>
    public Task<List<JsonElement>> Read(Database database, Direction? only = null) => database.Read(
        async connection =>
        {
            var rows = await connection.QueryAsync<Opened>(
                "SELECT e.id, e.report_id, e.direction, e.body, k.sealed_key FROM envelopes e JOIN envelope_keys k ON k.envelope_id = e.id WHERE k.recipient_id = @Id ORDER BY e.id", Row);
            return rows.Where(row => only is null || row.Direction == (long)only).Select(row => Envelope.Open(row.Body, row.SealedKey, new Binding(row.ReportId, row.Id, (Direction)row.Direction), keys))
                .Select(text => JsonDocument.Parse(text!).RootElement).ToList();
        },
        CancellationToken.None);

    public void Dispose()
    {
        keys.Dispose();
        sign.Dispose();
    }

    sealed record Opened
    {
        public string Id { get; init; } = "";
        public string ReportId { get; init; } = "";
        public long Direction { get; init; }
        public byte[] Body { get; init; } = [];
        public byte[] SealedKey { get; init; } = [];
    }
}
