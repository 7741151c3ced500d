using System.Data.Common;
using Dapper;

namespace MigrantBot.Storage;

/// <summary>What is true of this database as a whole. A mark that is set stays as it is.</summary>
sealed class House(Database database)
{
    /// <summary>The month from which it publishes, as <see cref="Core.Publications.Period"/> writes it.</summary>
    public const string FirstMonth = "first-month";

    /// <summary>The day since which it holds invented cases.</summary>
    public const string Invented = "invented";

    const string Publishing = "publishing";

    /// <summary>Null where it was never set.</summary>
    public Task<string?> Find(string mark, CancellationToken cancellation) => database.Read(
        connection => connection.QuerySingleOrDefaultAsync<string?>("SELECT value FROM house WHERE mark = @mark", new { mark }), cancellation);

    public async Task<bool> IsInvented(CancellationToken cancellation) => await Find(Invented, cancellation) is not null;

    /// <summary>Sets the mark unless it is set; what holds now.</summary>
    public Task<string> Keep(string mark, string value, CancellationToken cancellation) => database.Write(async (connection, transaction) =>
    {
        await Keep(connection, transaction, mark, value);
        return await connection.QuerySingleAsync<string>("SELECT value FROM house WHERE mark = @mark", new { mark }, transaction);
    }, cancellation);

    /// <summary>The same within a larger change; false when it was set before.</summary>
    public static async Task<bool> Keep(DbConnection connection, DbTransaction transaction, string mark, string value) => await connection.ExecuteAsync(
        "INSERT INTO house (mark, value) VALUES (@mark, @value) ON CONFLICT (mark) DO NOTHING", new { mark, value }, transaction) == 1;

    /// <summary>Until the transaction ends nobody else publishes; who comes later waits, and then sees what this one has done.</summary>
    public static Task HoldPublishing(DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(
        "INSERT INTO house (mark, value) VALUES (@Publishing, '') ON CONFLICT (mark) DO UPDATE SET value = house.value", new { Publishing }, transaction);
}
