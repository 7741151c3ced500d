using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>The signed lists of recipients, as they were loaded. Whether one is to be believed, <see cref="Trust"/> says.</summary>
sealed class RecipientListStore(Database database)
{
    public Task<StoredList?> Newest(CancellationToken cancellation) =>
        database.Read(connection => connection.QueryFirstOrDefaultAsync<StoredList>(
            "SELECT version, body, signature FROM recipient_lists ORDER BY version DESC LIMIT 1"), cancellation);

    public Task<IReadOnlyList<StoredList>> All(CancellationToken cancellation) =>
        database.Read<IReadOnlyList<StoredList>>(async connection =>
            [.. await connection.QueryAsync<StoredList>("SELECT version, body, signature FROM recipient_lists ORDER BY version DESC")], cancellation);

    /// <summary>
    /// Adds a list and writes down that it was loaded. False when there was already one with its number that is not among <paramref name="takenOut"/>,
    /// for somebody else was faster.
    /// </summary>
    /// <param name="list">Has been judged.</param>
    /// <param name="takenOut">Rows that the root key did not sign; they stand in the way.</param>
    /// <param name="now">The day is kept.</param>
    /// <param name="cancellation">Ends the waiting for the database.</param>
    public Task<bool> Insert(StoredList list, IReadOnlyList<StoredList> takenOut, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("DELETE FROM recipient_lists WHERE version = @Version AND signature = @Signature", takenOut, transaction);
            var isNew = await Insert(connection, transaction, list, now);
            string[] done = [.. isNew ? [$"list {list.Version}"] : Array.Empty<string>(), .. takenOut.Select(one => $"list {one.Version} not signed, taken out")];
            if (done.Length > 0)
                await Audit.Append(connection, transaction, AuditRow.Operator, "list-load", string.Join(", ", done), now);
            return isNew;
        }, cancellation);

    static async Task<bool> Insert(DbConnection connection, DbTransaction transaction, StoredList list, DateTimeOffset now) =>
        await connection.ExecuteAsync(
            "INSERT INTO recipient_lists (version, body, signature, loaded_on) VALUES (@Version, @Body, @Signature, @Today) ON CONFLICT DO NOTHING",
            new { list.Version, list.Body, list.Signature, Today = DateOnly.FromDateTime(now.UtcDateTime) }, transaction) == 1;
}
