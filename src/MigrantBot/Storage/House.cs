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

    /// <summary>By which it is known from other databases; a copy of it has the same.</summary>
    const string Name = "name";

    const string Publishing = "publishing";

    /// <summary>Null where it was never set.</summary>
    public Task<string?> Find(string mark, CancellationToken cancellation) => database.Read(
        connection => connection.QuerySingleOrDefaultAsync<string?>("SELECT value FROM house WHERE mark = @mark", new { mark }), cancellation);

    public async Task<bool> IsInvented(CancellationToken cancellation) => await Find(Invented, cancellation) is not null;

    /// <summary>Its name: 32 letters of chance, made when it is first asked for.</summary>
    public async Task<string> Called(CancellationToken cancellation)
    {
        var name = await Find(Name, cancellation) ?? await Keep(Name, $"{Guid.NewGuid():N}", cancellation);
        return Guid.TryParseExact(name, "N", out _)
            ? name
            : throw new UnusableDatabaseException($"The database is called “{name}” in its table house, where 32 letters of 0-9a-f should stand: put the name of its folder of copies there.");
    }

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
