using System.Data.Common;
using Dapper;
using MigrantBot.Core.Moderation;
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
                $"report-1 2026-03-09 uz-Cyrl 70 violence, hours open 1 2026-03-09 0 {Precedence.First} 2026-03-09 0",
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

    [Fact]
    public async Task A_receipt_asked_for_later_is_added_to_the_report_and_never_replaced()
    {
        var store = new ReportStore(Database);
        await store.Insert(Some.Report(), CancellationToken.None);

        Assert.False(await store.Insert(Some.ReportWithReceipt(envelope: "envelope-2"), CancellationToken.None));
        Assert.False(await store.Insert(Some.ReportWithReceipt(lookup: "lookup-2"), CancellationToken.None));
        Assert.False(await store.Insert(Some.Report(), CancellationToken.None));

        var receipts = new ReceiptStore(Database);
        Assert.NotNull(await receipts.Find("lookup-1", DateTimeOffset.UnixEpoch, CancellationToken.None));
        Assert.Equal([4, 9], await Database.Read(connection => connection.ExecuteScalarAsync<byte[]>("SELECT reporter_key FROM reports"), CancellationToken.None));
        Assert.Null(await receipts.Find("lookup-2", DateTimeOffset.UnixEpoch, CancellationToken.None));
        Assert.Equal("1, 1, 1, 2", await Counts());
    }

    [Fact]
    public async Task Reports_without_a_receipt_do_not_get_into_each_others_way()
    {
        var store = new ReportStore(Database);

        Assert.True(await store.Insert(Some.Report(), CancellationToken.None));
        Assert.True(await store.Insert(Some.Report("report-2", "envelope-2"), CancellationToken.None));
    }

    [Fact]
    public async Task A_receipt_that_another_report_has_is_an_error_and_not_a_silent_loss()
    {
        var store = new ReportStore(Database);
        await store.Insert(Some.ReportWithReceipt(), CancellationToken.None);

        await Assert.ThrowsAnyAsync<DbException>(() => store.Insert(Some.ReportWithReceipt("report-2", "envelope-2"), CancellationToken.None));
    }

    [Fact]
    public async Task What_was_taken_back_does_not_return_by_its_old_button()
    {
        var store = new ReportStore(Database);
        await store.Insert(Some.ReportWithReceipt(), CancellationToken.None);
        await Database.Withdraw("lookup-1", new DateOnly(2026, 3, 10));

        Assert.False(await store.Insert(Some.ReportWithReceipt(), CancellationToken.None));
        Assert.False(await store.Insert(Some.Report(envelope: "envelope-2"), CancellationToken.None));

        Assert.Equal("0, 0, 0, 0", await Counts());
    }

    [Fact]
    public async Task Taking_back_and_sending_again_at_once_in_two_processes_ends_without_the_report()
    {
        var (store, elsewhere) = (new ReportStore(Database), await Another());
        for (var round = 0; round < 20; round++)
        {
            var report = Some.ReportWithReceipt($"report-{round}", $"envelope-{round}", $"lookup-{round}");
            await store.Insert(report, CancellationToken.None);

            await Task.WhenAll(
                Task.Run(() => elsewhere.Withdraw($"lookup-{round}", new DateOnly(2026, 3, 10))),
                Task.Run(() => store.Insert(report, CancellationToken.None)));
        }
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
