using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Console;

/// <summary>Somebody who told and took a receipt: whoever has its digits has this pair.</summary>
sealed class Reporter : IDisposable
{
    readonly ConsoleHost host;
    readonly ECDiffieHellman pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    Reporter(ConsoleHost host) => this.host = host;

    public string Report { get; private set; } = "";

    public static async Task<Reporter> Tells(ConsoleHost host, string text, string language = "uz", Facets? facets = null, DateOnly? day = null, string? onlyTo = null)
    {
        var reporter = new Reporter(host);
        reporter.Report = await host.Report(facets ?? new Facets(), text, language, day, onlyTo, P256.PublicKeyOf(reporter.pair));
        return reporter;
    }

    /// <summary>An answer as it lies in the database.</summary>
    public sealed record Answer
    {
        public string Id { get; init; } = "";
        public byte[] Body { get; init; } = [];
        public byte[] Signature { get; init; } = [];
        public string Author { get; init; } = "";
        public byte[] SignKey { get; init; } = [];
        public byte[] SealedKey { get; init; } = [];
    }

    /// <summary>What was answered, still sealed.</summary>
    public Task<IReadOnlyList<Answer>> Answers() => host.Database.Read<IReadOnlyList<Answer>>(async connection =>
        [
            .. await connection.QueryAsync<Answer>(
                """
                SELECT e.id, e.body, e.signature, e.author, m.sign_key, k.sealed_key
                FROM envelopes e JOIN envelope_keys k ON k.envelope_id = e.id AND k.recipient_id = 'reporter' LEFT JOIN moderators m ON m.id = e.author
                WHERE e.report_id = @Report AND e.direction = 2 ORDER BY e.id
                """, new { Report }),
        ], CancellationToken.None);

    /// <summary>The words, opened with the receipt's key; null when they do not open.</summary>
    public string? Reads(Answer answer) =>
        Envelope.Open(answer.Body, answer.SealedKey, new Binding(Report, answer.Id, Direction.Reply), pair) is { } json
            ? JsonDocument.Parse(json).RootElement.GetProperty("text").GetString()
            : null;

    public void Dispose() => pair.Dispose();
}
