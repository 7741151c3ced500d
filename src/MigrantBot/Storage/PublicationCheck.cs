using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Finds what <see cref="PublicationFaults"/> looks at. To be asked after the chain itself was found whole.</summary>
sealed class PublicationCheck(Database database)
{
    const string Told = "SELECT seq, hour, actor, action, object, prev, hash FROM audit WHERE action IN (@Action, @ErratumAction) ORDER BY seq";

    const string Heads = "SELECT hash, seq FROM audit WHERE hash IN (SELECT audit_head FROM publications)";

    /// <summary>Null where nothing was deleted for its age yet.</summary>
    const string Oldest = "SELECT SUBSTR(hour, 1, 10) FROM audit WHERE seq > 1 AND seq = (SELECT MIN(seq) FROM audit)";

    /// <summary>Each thing that was touched; none when all is whole.</summary>
    public Task<IReadOnlyList<PublicationFault>> Faults(CancellationToken cancellation) => database.Read<IReadOnlyList<PublicationFault>>(async connection =>
    {
        // What stands there before must be told of, and what is told of must stand there afterwards: so nothing that appears meanwhile is taken for a fault.
        var (published, errata) = (await Published(connection), await Errata(connection));
        var evidence = new Evidence(
            [.. await connection.QueryAsync<AuditRow>(Told, new { PublicationStore.Action, PublicationStore.ErratumAction })],
            (await connection.QueryAsync<AuditMark>(Heads)).ToDictionary(mark => mark.Hash, mark => mark.Seq),
            await connection.QuerySingleOrDefaultAsync<DateOnly?>(Oldest));
        return
        [
            .. published.SelectMany(row => PublicationFaults.Of(row, evidence)),
            .. PublicationFaults.Of(errata, evidence),
            .. PublicationFaults.Gone(evidence, await Published(connection), await Errata(connection)),
        ];
    }, cancellation);

    /// <summary>The head behind one that somebody noted from a file, by the letters that it begins with; null where nothing here was published with it.</summary>
    public Task<string?> HeadBehind(string noted, CancellationToken cancellation) => database.Read(async connection => (await Published(connection))
        .FirstOrDefault(row => BlindedHead.Of(row.AuditHead, row.HeadBlind).StartsWith(noted, StringComparison.Ordinal))?.AuditHead, cancellation);

    static async Task<List<PublicationRow>> Published(DbConnection connection) => [.. await connection.QueryAsync<PublicationRow>(
        "SELECT kind, period, json, csv, json_sha256, csv_sha256, audit_head, head_blind, published_on FROM publications ORDER BY period, kind")];

    static async Task<List<ErratumRow>> Errata(DbConnection connection) => [.. await connection.QueryAsync<ErratumRow>(
        "SELECT id, kind, period, day, en, ru FROM errata ORDER BY day, id")];
}
