namespace MigrantBot.Tests.Storage;

/// <summary>The walls that the schema itself builds.</summary>
public abstract class SchemaContract(TestDatabase home) : StorageContract(home)
{
    /// <summary>Words in the name of a column that would betray a person's trace.</summary>
    static readonly string[] Forbidden =
        ["chat", "user", "username", "phone", "address", "ip", "message", "name", "nickname", "telegram", "tg", "sender", "contact", "device", "agent"];

    [Fact]
    public async Task No_column_has_room_for_a_persons_trace()
    {
        var columns = await Columns();

        Assert.DoesNotContain(columns, column => column.Name.Split('_').Intersect(Forbidden).Any());
    }

    [Fact]
    public async Task What_a_reporter_did_is_dated_by_the_day_alone()
    {
        var instants = (await Columns()).Where(column => column.Name.Split('_') is [.., "at" or "until"]);

        Assert.Equal(["approvals.expires_at", "ceremonies.expires_at", "links.expires_at", "reports.claim_until", "sessions.ends_at", "sessions.idle_until"], instants.Select(Path).Order());
    }

    [Fact]
    public async Task Columns_are_text_numbers_and_bytes_only()
    {
        var columns = await Columns();

        Assert.Equal(["BIGINT", "BLOB", "TEXT"], columns.Select(column => column.Type).Distinct().Order());
    }

    async Task<Column[]> Columns()
    {
        var columns = (await Database.Read(Home.Columns, CancellationToken.None)).ToArray();
        Assert.Contains("envelopes.body", columns.Select(Path));
        return columns;
    }

    static string Path(Column column) => $"{column.Table}.{column.Name}";
}

public sealed class SchemaOnSqliteTests() : SchemaContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class SchemaOnPostgresTests(PostgresServer server) : SchemaContract(new PostgresTestDatabase(server));
