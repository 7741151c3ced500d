using System.Data.Common;
using Dapper;
using MigrantBot.Storage;
using MigrantBot.Storage.Dumping;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Backups;

/// <summary>What goes out of a database comes into another one as it was, whichever kind the two are.</summary>
[Collection(PostgresTests.Name)]
public sealed class DumpTests(PostgresServer server) : IAsyncLifetime
{
    const int First = 0, Between = 1, Last = 2;

    readonly List<TestDatabase> homes = [new SqliteTestDatabase(), new PostgresTestDatabase(server), new SqliteTestDatabase()];
    readonly List<Database> opened = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in opened)
            await database.DisposeAsync();
        foreach (var home in homes)
            await home.DisposeAsync();
    }

    async Task<Database> Open(int home)
    {
        var database = await Database.Open(await homes[home].Create(), CancellationToken.None);
        opened.Add(database);
        return database;
    }

    async Task<Database> Full()
    {
        var database = await Open(First);
        await Migrator.Migrate(database, CancellationToken.None);
        var tables = (await database.Read(homes[First].Columns, CancellationToken.None)).ToLookup(column => column.Table);
        foreach (var table in DumpTable.Kept.Select(one => one.Name).Concat(DumpTable.LeftOut).Where(name => name is not "audit_head"))
            foreach (var number in new[] { 1, 300, -7 })
                await database.Write((connection, transaction) => Insert(connection, transaction, tables[table], number), CancellationToken.None);
        Assert.True(await new ReportStore(database).Insert(Some.Report("with-nothing-in-some-columns", "envelope-9"), CancellationToken.None));
        return database;
    }

    /// <summary>Letters of several scripts, numbers of any size, every byte.</summary>
    static Task<int> Insert(DbConnection connection, DbTransaction transaction, IEnumerable<Column> columns, int number)
    {
        var (values, named) = (new DynamicParameters(), columns.ToList());
        foreach (var column in named)
            values.Add(column.Name, column.Type switch
            {
                "BIGINT" => number * 9_000_000_000L,
                "BLOB" => Enumerable.Range(0, 256).Select(index => (byte)(index + number)).ToArray(),
                _ => (object)$"{column.Name} {number} ʻқў'\"\n😀",
            });
        return connection.ExecuteAsync(
            $"INSERT INTO {named[0].Table} ({string.Join(", ", named.Select(one => one.Name))}) VALUES ({string.Join(", ", named.Select(one => $"@{one.Name}"))})", values, transaction);
    }

    static Task<byte[]> Out(Database database) => database.Snapshot(async (connection, transaction) =>
    {
        using var stream = new MemoryStream();
        await Dump.Write(connection, transaction, await Dump.Migrations(connection, transaction), stream.Write, CancellationToken.None);
        return stream.ToArray();
    }, CancellationToken.None);

    static Task<bool> In(Database database, byte[] dump) => database.Write(async (connection, transaction) =>
    {
        using var stream = new MemoryStream(dump);
        var all = new OneTransaction(database, connection, transaction);
        await database.BeginMigration(connection, transaction);
        Assert.True(await Vacancy.Clear(all, connection, transaction, CancellationToken.None));
        await new Load(all, connection, transaction).Fill(new DumpReader(stream.ReadExactly), CancellationToken.None);
        return true;
    }, CancellationToken.None);

    /// <summary>Each table with its rows, in an order of their own.</summary>
    static List<string> Rows(byte[] dump)
    {
        using var stream = new MemoryStream(dump);
        var reader = new DumpReader(stream.ReadExactly);
        List<string> rows = [.. reader.Begin().Select(one => $"{one.Number} {one.Sha256}")];
        while (reader.NextTable() is var (name, columns))
            while (reader.NextRow() is { } row)
                rows.Add($"{name} {string.Join('|', columns.Zip(row, (column, value) => $"{column}={(value is byte[] bytes ? Convert.ToHexString(bytes) : value)}"))}");
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    [Fact]
    public async Task From_SQLite_to_PostgreSQL_and_back_every_row_is_the_same_byte_for_byte()
    {
        var before = await Out(await Full());
        var (postgres, sqlite) = (await Open(Between), await Open(Last));

        await In(postgres, before);
        var meanwhile = await Out(postgres);
        await In(sqlite, meanwhile);

        Assert.Equal(Rows(before), Rows(meanwhile));
        Assert.Equal(before, await Out(sqlite));
        Assert.All(DumpTable.Kept, table => Assert.Contains(Rows(before), row => row.StartsWith($"{table.Name} ", StringComparison.Ordinal)));
        foreach (var table in DumpTable.LeftOut)
            Assert.Equal(0, await PlainRows.Count(postgres, table));
    }

    [Fact]
    public async Task A_backup_of_the_schema_before_is_put_back_in_it_and_brought_forward()
    {
        var old = await Open(First);
        var migrations = Migration.Embedded().Take(3).ToList();
        await Migrator.Migrate(old, migrations, CancellationToken.None);
        await old.Write((connection, transaction) => connection.ExecuteAsync(
            """
            INSERT INTO reports (id, received_on, language, urgency, urgency_reason, status, version, verdict, verdict_on)
            VALUES ('r-1', '2026-01-05', 'uz', 1, 'unsaid.unsaid', 'closed', 1, 'accepted', '2026-01-20')
            """, transaction: transaction), CancellationToken.None);
        var dump = await old.Snapshot(async (connection, transaction) =>
        {
            using var stream = new MemoryStream();
            var writer = new DumpWriter(stream.Write);
            writer.Begin(await Dump.Migrations(connection, transaction));
            foreach (var table in DumpTable.Kept.Where(one => one.Since <= 3))
                await Write(writer, table, connection, transaction);
            writer.FinishAll();
            return stream.ToArray();
        }, CancellationToken.None);
        var database = await Open(Between);

        await In(database, dump);

        Assert.Equal("2026-01", await database.Read(connection => connection.QuerySingleAsync<string>("SELECT month FROM counted WHERE report_id = 'r-1'"), CancellationToken.None));
        Assert.Equal(Migration.Embedded().Count, await PlainRows.Count(database, "migrations"));
        Assert.Equal(2, await PlainRows.Count(database, "audit_head"));
    }

    static async Task Write(DumpWriter writer, DumpTable table, DbConnection connection, DbTransaction transaction)
    {
        await using var rows = await Dump.Open(connection, transaction, $"SELECT * FROM {table.Name}", CancellationToken.None);
        writer.BeginTable(table.Name, Dump.Columns(rows));
        var values = new object[rows.FieldCount];
        while (await rows.ReadAsync())
        {
            rows.GetValues(values);
            writer.Add(values);
        }
        writer.Finish();
    }

    [Fact]
    public async Task A_dump_that_leaves_a_table_out_or_has_a_strange_one_is_refused_and_the_database_stays_empty()
    {
        var whole = await Out(await Full());
        var database = await Open(Last);
        var strange = whole.ToArray();
        strange[whole.AsSpan().IndexOf("withdrawn"u8)] = (byte)'W';

        await Assert.ThrowsAsync<InvalidDataException>(() => In(database, strange));
        await Assert.ThrowsAsync<EndOfStreamException>(() => In(database, whole[..^1]));

        await In(database, whole);
        Assert.Equal(whole, await Out(database));
    }

    [Fact]
    public void A_dump_of_other_migrations_is_refused_with_what_to_do()
    {
        var known = Migration.Embedded();
        AppliedMigration[] same = [.. known.Select(one => new AppliedMigration { Number = one.Number, Sha256 = one.Sha256 })];

        Assert.Equal(known.Count, Load.Of(same, known).Count);
        Assert.Equal(2, Load.Of(same[..2], known).Count);
        Assert.Contains("newer version", Refusal([.. same, new() { Number = 99, Sha256 = "" }]), StringComparison.Ordinal);
        Assert.Contains("other migrations", Refusal([same[0] with { Sha256 = "00" }]), StringComparison.Ordinal);
        Assert.Contains("other migrations", Refusal([]), StringComparison.Ordinal);

        string Refusal(AppliedMigration[] applied) => Assert.Throws<InvalidDataException>(() => Load.Of(applied, known)).Message;
    }

    [Fact]
    public async Task Every_table_of_every_schema_is_either_kept_or_left_out_and_goes_out_by_its_key()
    {
        var database = await Open(First);
        foreach (var migration in Migration.Embedded())
        {
            await Migrator.Migrate(database, [.. Migration.Embedded().Where(one => one.Number <= migration.Number)], CancellationToken.None);
            var tables = (await database.Read(homes[First].Columns, CancellationToken.None)).Select(column => column.Table).Distinct();
            Assert.Equal(
                DumpTable.Kept.Where(one => one.Since <= migration.Number).Select(one => one.Name).Order(),
                tables.Except(DumpTable.LeftOut).Except([DumpTable.Migrations]).Order());
        }
        foreach (var table in DumpTable.Kept)
            Assert.Equal(table.Order, string.Join(", ", await database.Read(connection => connection.QueryAsync<string>(
                "SELECT name FROM pragma_table_info(@Name) WHERE pk > 0 ORDER BY pk", table), CancellationToken.None)));
    }
}
