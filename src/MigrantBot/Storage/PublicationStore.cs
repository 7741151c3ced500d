using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage.Rows;
using Tally = MigrantBot.Core.Publications.Tally;

namespace MigrantBot.Storage;

/// <summary>What is published. There is no way to change it or to draw it again: what was wrong is said in words.</summary>
sealed class PublicationStore(Database database)
{
    /// <summary>How the audit calls it.</summary>
    public const string Action = "publish";

    /// <summary>How the audit calls words about a publication that was wrong.</summary>
    public const string ErratumAction = "erratum";

    /// <summary>How the audit ends what it says of a publication that the database had forgotten.</summary>
    public const string Again = " again";

    const string About = "kind, period, volume, epsilon, json_sha256, csv_sha256, audit_head, head_blind, published_on";

    const string Counts =
        """
        SELECT month, region, type, citizenship, actor, COUNT(*) AS reports FROM counted WHERE month BETWEEN @first AND @last
        GROUP BY month, region, type, citizenship, actor ORDER BY month, region, type, citizenship, actor
        """;

    const string Insert =
        """
        INSERT INTO publications (kind, period, volume, epsilon, json, csv, json_sha256, csv_sha256, audit_head, head_blind, published_on)
        VALUES (@Kind, @Period, @Volume, @Epsilon, @Json, @Csv, @JsonSha256, @CsvSha256, @AuditHead, @HeadBlind, @PublishedOn)
        """;

    /// <summary>All that is out, in the order of time, without the files.</summary>
    public Task<IReadOnlyList<PublicationRow>> All(CancellationToken cancellation) => database.Read(connection => All(connection, null), cancellation);

    /// <summary>One with its files, or null.</summary>
    public Task<PublicationRow?> Find(string kind, string period, CancellationToken cancellation) =>
        database.Read(connection => connection.QuerySingleOrDefaultAsync<PublicationRow>(
            $"SELECT {About}, json, csv FROM publications WHERE kind = @kind AND period = @period", new { kind, period }), cancellation);

    /// <summary>
    /// Publishes, once, and deletes the facts of a quarter with it; null when it is out already, or must not appear after what is out. A draw that throws
    /// leaves everything as it was.
    /// </summary>
    /// <param name="period">What it is about.</param>
    /// <param name="volume">By which plan.</param>
    /// <param name="draw">Makes the files. Called under the lock, only when they will appear; where the database breaks the change off, once more, and whoever keeps what was drawn gives that.</param>
    /// <param name="now">The day is kept.</param>
    /// <param name="actor">Whose deed it is: nobody's, mostly.</param>
    /// <param name="cancellation">Until the lock is held.</param>
    public Task<PublicationRow?> Publish(
        Period period, Volume volume, Func<PublicationDraft, PublicationFile> draw, DateTimeOffset now, CancellationToken cancellation, string actor = AuditRow.System) =>
        database.Write(async (connection, transaction) =>
        {
            // Before the mark, for reports come first everywhere: whoever accepts or corrects one at this moment is waited for, and counts.
            if (period.Cadence == Cadence.Quarter)
                await database.HoldKeys(connection, transaction);
            await House.HoldPublishing(connection, transaction);
            var published = await All(connection, transaction);
            if (Ledger.Refuses(period, volume, [.. published.Select(one => one.Read())]) is not null)
                return null;
            var head = await connection.QuerySingleAsync<string>("SELECT hash FROM audit_head WHERE mark = 'head'", transaction: transaction);
            var blind = BlindedHead.NewBlind();
            var file = draw(await Read(connection, transaction, period, volume, BlindedHead.Of(head, blind)));
            var row = Made(period, volume, file, now) with { AuditHead = head, HeadBlind = blind };
            await connection.ExecuteAsync(Insert, row, transaction);
            if (period.Cadence == Cadence.Quarter)
                await PublishedFacts.Delete(connection, transaction, period);
            await Audit.Append(connection, transaction, actor, Action, file.FirstOn is null ? row.Mark : row.Mark + Again, now);
            return row;
        }, cancellation);

    /// <summary>What was wrong, by day.</summary>
    public Task<IReadOnlyList<ErratumRow>> Errata(CancellationToken cancellation) => database.Read<IReadOnlyList<ErratumRow>>(async connection =>
        [.. await connection.QueryAsync<ErratumRow>("SELECT id, kind, period, day, en, ru FROM errata ORDER BY day, id")], cancellation);

    /// <summary>Says in words what was wrong, beside the files, which stay as they are. False when nothing was published about this period.</summary>
    public Task<bool> AddErratum(Period period, Erratum said, DateTimeOffset now, CancellationToken cancellation)
    {
        var erratum = new ErratumRow
        {
            Id = $"{Guid.NewGuid():N}",
            Kind = PublicationRow.KindOf(period),
            Period = $"{period}",
            Day = DateOnly.FromDateTime(now.UtcDateTime),
            En = said.English,
            Ru = said.Russian,
        };
        return database.Write(async (connection, transaction) =>
        {
            var isAdded = await connection.ExecuteAsync(
                """
                INSERT INTO errata (id, kind, period, day, en, ru)
                SELECT @Id, kind, period, @Day, @En, @Ru FROM publications WHERE kind = @Kind AND period = @Period
                """, erratum, transaction) == 1;
            if (isAdded)
                await Audit.Append(connection, transaction, AuditRow.Operator, ErratumAction, erratum.Mark, now);
            return isAdded;
        }, cancellation);
    }

    /// <summary>The day by which ages are counted, and nothing is published ahead of; null before the first night.</summary>
    public Task<DateOnly?> CountedOn(CancellationToken cancellation) => database.Read(connection => connection.QuerySingleOrDefaultAsync<DateOnly?>(
        $"SELECT counted_on FROM housekeeping WHERE job = '{Purge.Job}'"), cancellation);

    /// <summary>Of the bytes as they go over the wire.</summary>
    public static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file)));

    static PublicationRow Made(Period period, Volume volume, PublicationFile file, DateTimeOffset now) => new()
    {
        Kind = PublicationRow.KindOf(period),
        Period = $"{period}",
        Volume = Code.Of(volume),
        Epsilon = $"{Ledger.Cost(period.Cadence, volume)}",
        Json = file.Json,
        Csv = file.Csv,
        JsonSha256 = HashOf(file.Json),
        CsvSha256 = HashOf(file.Csv),
        PublishedOn = file.FirstOn ?? DateOnly.FromDateTime(now.UtcDateTime),
    };

    static async Task<IReadOnlyList<PublicationRow>> All(DbConnection connection, DbTransaction? transaction) =>
        [.. (await connection.QueryAsync<PublicationRow>($"SELECT {About} FROM publications", transaction: transaction)).OrderBy(row => row.Read().Period)];

    static async Task<PublicationDraft> Read(DbConnection connection, DbTransaction transaction, Period period, Volume volume, string head)
    {
        var months = new { first = $"{period.Months[0]}", last = $"{period.Months[^1]}" };
        var tallies = await connection.QueryAsync<(string Month, string Region, string Type, string Citizenship, string Actor, long Reports)>(
            Counts, months, transaction, commandTimeout: 0);
        var files = period.Cadence == Cadence.Quarter && volume == Volume.Normal
            ? await connection.QueryAsync<string>("SELECT json FROM publications WHERE kind = 'month' AND period BETWEEN @first AND @last ORDER BY period", months, transaction)
            : [];
        return new([.. tallies.Select(row => new Tally(
            Period.Read(row.Month)!, Cell<RegionCell>(row.Region), Cell<CaseType>(row.Type), Cell<CitizenCell>(row.Citizenship), Cell<ActorCell>(row.Actor), row.Reports))],
            [.. files], head);
    }

    static T Cell<T>(string name) where T : struct, Enum =>
        Code.Read<T>(name) ?? throw new InvalidOperationException($"A counted report stands in the cell “{name}”, which this program does not know: start the newer release that wrote it.");
}
