using System.Data.Common;
using Dapper;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

public abstract class ReportStoreContract(TestDatabase home) : StorageContract(home)
{
    static readonly string[] Tables = ["reports", "report_facets", "envelopes", "envelope_keys"];

    [Fact]
    public async Task A_report_is_stored_with_its_facets_its_envelope_and_a_key_for_each_recipient()
    {
        Assert.True(await new ReportStore(Database).Insert(Some.Report(), CancellationToken.None));

        Assert.Equal(
            [
                "report-1 2026-03-09 uz-Cyrl 70 violence, hours open 1",
                "report-1 relative today unsaid unsaid unsaid violence documents-taken unsaid unsaid no unsaid",
                "envelope-1 report-1 0 2026-03-09 010200FF",
                "envelope-1 m-1 07",
                "envelope-1 recovery 0808",
            ], await Dump());
    }

    [Fact]
    public async Task The_same_report_again_changes_nothing_even_in_a_new_envelope()
    {
        var store = new ReportStore(Database);
        await store.Insert(Some.Report(), CancellationToken.None);
        var before = await Dump();

        Assert.False(await store.Insert(Some.Report(), CancellationToken.None));
        Assert.False(await store.Insert(Some.Report(envelope: "envelope-2") with { Urgency = 1 }, CancellationToken.None));

        Assert.Equal(before, await Dump());
    }

    [Fact]
    public async Task Of_two_processes_that_insert_one_report_at_once_one_is_first()
    {
        var stores = new[] { new ReportStore(Database), new ReportStore(await Another()) };

        var isNew = await Task.WhenAll(Enumerable.Range(0, 8).Select(attempt => Task.Run(() =>
            stores[attempt % 2].Insert(Some.Report(envelope: $"envelope-{attempt}"), CancellationToken.None))));

        Assert.Single(isNew, first => first);
        Assert.Equal("1, 1, 1, 2", await Counts());
    }

    [Fact]
    public async Task A_report_whose_envelope_cannot_be_stored_is_not_stored_at_all()
    {
        var store = new ReportStore(Database);
        await store.Insert(Some.Report(), CancellationToken.None);

        await Assert.ThrowsAnyAsync<DbException>(() => store.Insert(Some.Report(id: "report-2"), CancellationToken.None));

        Assert.Equal("1, 1, 1, 2", await Counts());
    }

    [Fact]
    public async Task Several_effects_of_a_turn_are_stored_together_or_not_at_all()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.Write<bool>(async (connection, transaction) =>
        {
            await ReportStore.Insert(connection, transaction, Some.Report());
            throw new InvalidOperationException("the second effect fails");
        }, CancellationToken.None));

        Assert.Equal("0, 0, 0, 0", await Counts());
    }

    async Task<string> Counts() => string.Join(", ", await Task.WhenAll(Tables.Select(Count)));

    Task<string[]> Dump() => Database.Read(async connection =>
    {
        var lines = new List<string>();
        foreach (var (table, order) in new[] { ("reports", "id"), ("report_facets", "report_id"), ("envelopes", "id"), ("envelope_keys", "recipient_id") })
        {
            foreach (IDictionary<string, object?> row in await connection.QueryAsync($"SELECT * FROM {table} ORDER BY {order}"))
                lines.Add(string.Join(' ', row.Values.OfType<object>().Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : value)));
        }
        return lines.ToArray();
    }, CancellationToken.None);
}

public sealed class ReportStoreOnSqliteTests() : ReportStoreContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class ReportStoreOnPostgresTests(PostgresServer server) : ReportStoreContract(new PostgresTestDatabase(server));
