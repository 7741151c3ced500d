using System.Data.Common;
using Dapper;

namespace MigrantBot.Storage;

/// <summary>
/// The data, in SQLite or in PostgreSQL. Whatever differs between the two stands in the two heirs of this class; the SQL of the stores is one text for both.
/// </summary>
abstract class Database : IAsyncDisposable
{
    static Database()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // With its own entry for days Dapper asks the driver, past the handler, and Npgsql finds no day in a text.
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new DayAsText());
    }

    /// <summary>Opens the database and makes sure that it answers; otherwise <see cref="UnusableDatabaseException"/>.</summary>
    public static async Task<Database> Open(DatabaseOptions options, CancellationToken cancellation) => options.Provider switch
    {
        Provider.Sqlite => await SqliteDatabase.Open(options.ConnectionString, cancellation),
        Provider.Postgres => await PostgresDatabase.Open(options.ConnectionString, cancellation),
        _ => throw new UnusableDatabaseException($"Database__Provider is {options.Provider}: set it to sqlite or postgres."),
    };

    /// <summary>Runs a query on a connection of its own. It sees all that was committed before.</summary>
    public abstract Task<T> Read<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation);

    /// <summary>
    /// Runs a change in a transaction. When the task ends well, the change is on the disk; when the change throws, it alone is undone and the exception
    /// comes out here. A change waits for nothing but its own statements and never calls <see cref="Write"/>: on SQLite the others wait for it. It leaves
    /// nothing behind but its rows, and can be run again: PostgreSQL breaks off one of two that wait for each other, and that one begins anew.
    /// </summary>
    public abstract Task<T> Write<T>(Func<DbConnection, DbTransaction, Task<T>> change, CancellationToken cancellation);

    /// <summary>
    /// Runs queries that all see the database as it was at one moment, however long they take. Nobody waits for them. As a change, they can be run again from their
    /// beginning.
    /// </summary>
    public abstract Task<T> Snapshot<T>(Func<DbConnection, DbTransaction, Task<T>> query, CancellationToken cancellation);

    /// <summary>Asks for a text that is another one after each commit, of this process or of others, when the same connection asks again.</summary>
    public abstract string AskForMark { get; }

    /// <summary>
    /// After this, rows that were deleted and committed before can be read out of none of the database's files, as far as it can see to that. False while
    /// somebody still reads an older state, who must not lose it: to be asked again.
    /// </summary>
    public abstract Task<bool> Expunge(CancellationToken cancellation);

    /// <summary>Writes the tables anew, without the gaps in which something of deleted rows might lie; <see cref="Expunge"/> comes after it.</summary>
    public abstract Task Compact(CancellationToken cancellation);

    /// <summary>
    /// Called first in a transaction: until it ends nobody else changes a report or the keys of its envelopes. Who was in the midst of that is waited for;
    /// who comes later waits, and then sees what this transaction has done.
    /// </summary>
    public abstract Task HoldKeys(DbConnection connection, DbTransaction transaction);

    /// <summary>Called first in the transaction of a migration: lets one process migrate at a time, and makes the portable types known.</summary>
    public abstract Task BeginMigration(DbConnection connection, DbTransaction transaction);

    /// <summary>The text of a migration as this database takes it.</summary>
    public virtual string Adapt(string sql) => sql;

    public abstract ValueTask DisposeAsync();
}
