using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>What waits to be opened, whoever may open it.</summary>
sealed class UnopenedReports(Database database)
{
    /// <summary>More than this is only "very many" to whoever hears of it.</summary>
    public const int Most = 1000;

    public Task<IReadOnlyList<UnopenedReport>> All(CancellationToken cancellation) =>
        database.Read<IReadOnlyList<UnopenedReport>>(async connection =>
        [
            .. await connection.QueryAsync<UnopenedReport>(
                $"SELECT id, urgency, flood FROM reports WHERE status = 'open' AND opened_on IS NULL ORDER BY flood, turn, waits_since, id LIMIT {Most}"),
        ], cancellation);
}
