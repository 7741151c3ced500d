using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Finds cases that may tell of the same as another, among those that are sealed to who asks, whatever has become of them.</summary>
sealed class AlikeStore(Database database)
{
    /// <summary>The newest so many are looked at: more of one kind in two weeks would be a flood.</summary>
    const int MostLookedAt = 200;

    static readonly string Near =
        $"""
        SELECT r.id, r.received_on, r.status, {FacetColumns.Joined("f")} AS facets
        FROM reports r
        JOIN report_facets f ON f.report_id = r.id
        JOIN (SELECT {QueueRows.Region} AS region, {QueueRows.Type} AS type FROM report_facets f WHERE f.report_id = @id) mine
          ON mine.region = {QueueRows.Region} AND mine.type = {QueueRows.Type}
        WHERE r.received_on BETWEEN @from AND @until AND r.id <> @id AND {CaseColumns.SealedToMe}
        ORDER BY r.received_on DESC, r.id
        LIMIT {MostLookedAt}
        """;

    /// <summary>Cases of its region and type that came within a week of this one; none where its own facets are gone.</summary>
    public Task<IReadOnlyList<AlikeRow>> Find(string id, DateOnly day, string me, CancellationToken cancellation) =>
        database.Read<IReadOnlyList<AlikeRow>>(async connection =>
        [
            .. await connection.QueryAsync<AlikeRow>(Near, new { id, me, from = day.AddDays(-Alike.Days), until = day.AddDays(Alike.Days) }),
        ], cancellation);
}
