using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

/// <summary>What was done stays written down as it was done, on either database and with many at once.</summary>
public abstract class AuditContract(TestDatabase home) : StorageContract(home)
{
    static readonly DateTimeOffset Now = new(2026, 3, 10, 8, 30, 0, TimeSpan.Zero);

    AuditLog Log => new(Database);

    static async Task<bool> Append(Database database, string actor = "amina", string action = "claim", DateTimeOffset? at = null) =>
        await database.Write(async (connection, transaction) =>
        {
            await Audit.Append(connection, transaction, actor, action, Audit.Case("0a1b2c3d4e5f"), at ?? Now);
            return true;
        }, CancellationToken.None);

    async Task Append(int rows)
    {
        for (var row = 0; row < rows; row++)
            await Append(Database);
    }

    Task<int> Run(string sql) => Database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    Task<AuditFault?> Check() => Log.Check(CancellationToken.None);

    [Fact]
    public async Task An_empty_audit_is_whole()
    {
        Assert.Null(await Check());
        var page = await Log.Page(null, CancellationToken.None);
        Assert.Empty(page.Rows);
        Assert.Equal((null, new AuditMark(), null), (page.Next, page.Head, page.Fault));
    }

    [Fact]
    public async Task A_deed_is_written_down_with_its_hour_and_the_first_letters_of_its_case()
    {
        await Append(Database);

        var row = Assert.Single((await Log.Page(null, CancellationToken.None)).Rows);
        Assert.Equal((1, "2026-03-10T08Z", "amina", "claim", "case 0a1b2c3d", ""), (row.Seq, row.Hour, row.Actor, row.Action, row.Object, row.Prev));
    }

    [Fact]
    public async Task A_change_that_fails_writes_nothing_down()
    {
        await Append(Database);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.Write<bool>(async (connection, transaction) =>
        {
            await Audit.Append(connection, transaction, "amina", "claim", "case", Now);
            throw new InvalidOperationException("Not done.");
        }, CancellationToken.None));
        await Append(Database);

        Assert.Equal([2, 1], (await Log.Page(null, CancellationToken.None)).Rows.Select(row => row.Seq));
        Assert.Null(await Check());
    }

    [Fact]
    public async Task Fifty_at_once_in_three_processes_make_one_chain_without_a_gap()
    {
        var processes = new[] { Database, await Another(), await Another() };

        await Task.WhenAll(Enumerable.Range(0, 50).Select(writer => Task.Run(() => Append(processes[writer % 3], $"writer-{writer}"))));

        var page = await Log.Page(null, CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, 50).Reverse().Select(seq => (long)seq), page.Rows.Select(row => row.Seq));
        Assert.Equal(50, page.Rows.Select(row => row.Actor).Distinct().Count());
        Assert.Equal(50, page.Head.Seq);
        Assert.Null(await Check());
    }

    [Fact]
    public async Task It_is_whole_while_others_write()
    {
        var writing = Task.WhenAll(Enumerable.Range(0, 40).Select(writer => Task.Run(() => Append(Database, $"writer-{writer}"))));
        while (!writing.IsCompleted)
        {
            Assert.Null(await Check());
            Assert.Null((await Log.Page(null, CancellationToken.None)).Fault);
        }
        await writing;
        Assert.Null(await Check());
    }

    [Fact]
    public async Task Pages_follow_one_another_and_each_is_looked_at()
    {
        await Append(AuditLog.PageSize + 20);

        var newest = await Log.Page(null, CancellationToken.None);
        var oldest = await Log.Page(newest.Next, CancellationToken.None);

        Assert.Equal((70, 21, 21), (newest.Rows[0].Seq, newest.Rows[^1].Seq, newest.Next));
        Assert.Equal((20, 1, null), (oldest.Rows[0].Seq, oldest.Rows[^1].Seq, oldest.Next));
        Assert.Equal((null, null), (newest.Fault, oldest.Fault));

        await Run("UPDATE audit SET actor = 'somebody' WHERE seq = 7");
        Assert.Null((await Log.Page(null, CancellationToken.None)).Fault);
        Assert.Equal(new AuditFault(AuditWrong.Changed, 7), (await Log.Page(newest.Next, CancellationToken.None)).Fault);
        Assert.Equal(new AuditFault(AuditWrong.Changed, 7), await Check());
    }

    [Theory]
    [InlineData("UPDATE audit SET object = 'case ffffffff' WHERE seq = 4", AuditWrong.Changed, 4, 4)]
    [InlineData("DELETE FROM audit WHERE seq = 4", AuditWrong.Missing, 4, 4)]
    [InlineData("DELETE FROM audit WHERE seq < 4", AuditWrong.CutAtFront, 1, 3)]
    [InlineData("DELETE FROM audit", AuditWrong.Cut, 1, 9)]
    [InlineData("DELETE FROM audit WHERE seq > 6", AuditWrong.Cut, 7, 9)]
    [InlineData("UPDATE audit SET seq = CASE seq WHEN 4 THEN -6 WHEN 6 THEN -4 END WHERE seq IN (4, 6); UPDATE audit SET seq = -seq WHERE seq < 0", AuditWrong.Changed, 4, 4)]
    [InlineData("UPDATE audit_head SET seq = 7 WHERE mark = 'head'", AuditWrong.Rewritten, 8, 8)]
    [InlineData("UPDATE audit_head SET hash = 'ab' WHERE mark = 'head'", AuditWrong.Rewritten, 9, 9)]
    public async Task Whatever_is_done_to_it_in_the_database_the_row_is_named(string tampering, object wrong, long row, long last)
    {
        await Append(9);

        await Run(tampering);

        Assert.Equal(new AuditFault((AuditWrong)wrong, row, last), await Check());
    }

    [Fact]
    public async Task A_tail_that_went_with_the_head_is_missed_by_the_chain_and_found_by_a_noted_head()
    {
        await Append(9);
        var noted = await Log.Head(CancellationToken.None);
        await Run("DELETE FROM audit WHERE seq > 6; UPDATE audit_head SET seq = 6, hash = (SELECT hash FROM audit WHERE seq = 6) WHERE mark = 'head'");

        Assert.Null(await Check());
        Assert.Null(await Log.Find(noted.Hash[..AuditChain.NotedLetters], CancellationToken.None));
        var fault = AuditChain.VerifyNoted(noted, await Log.Find(noted.Seq, CancellationToken.None), await Log.Head(CancellationToken.None));
        Assert.Equal(new AuditFault(AuditWrong.Cut, 7, 9), fault);
    }

    [Fact]
    public async Task After_two_years_the_oldest_rows_go_and_what_is_left_is_whole()
    {
        for (var day = 0; day < 10; day++)
            await Append(Database, at: Now.AddDays(day));

        await Delete(Now.AddDays(Retention.AuditDays + 4));

        var rows = (await Log.Page(null, CancellationToken.None)).Rows;
        Assert.Equal((11, 5), (rows[0].Seq, rows[^1].Seq));
        Assert.Equal(("system", "purge", "audit to 4"), (rows[0].Actor, rows[0].Action, rows[0].Object));
        Assert.Null(await Check());
        Assert.Null((await Log.Page(null, CancellationToken.None)).Fault);

        await Delete(Now.AddDays(Retention.AuditDays + 4));
        Assert.Equal(11, (await Log.Head(CancellationToken.None)).Seq);

        await Delete(Now.AddDays(Retention.AuditDays + 30));
        Assert.Equal(["audit to 10", "audit to 4"], (await Log.Page(null, CancellationToken.None)).Rows.Select(row => row.Object));
        Assert.Null(await Check());
    }

    [Fact]
    public async Task Who_deletes_the_oldest_rows_by_hand_and_moves_the_anchor_is_found_since_no_night_says_so()
    {
        await Append(9);

        await Run("UPDATE audit_head SET seq = 4, hash = (SELECT hash FROM audit WHERE seq = 4) WHERE mark = 'anchor'; DELETE FROM audit WHERE seq <= 4");

        Assert.Equal(new AuditFault(AuditWrong.CutAtFront, 1, 4), await Check());
    }

    [Fact]
    public async Task A_clock_that_was_wrong_once_neither_keeps_old_rows_nor_deletes_young_ones()
    {
        await Append(Database, at: Now);
        await Append(Database, at: Now.AddYears(70));
        await Append(Database, at: Now.AddDays(5));
        await Append(Database, at: Now.AddYears(-50));
        await Append(Database, at: Now.AddDays(6));

        await Delete(Now.AddYears(-60), Now.AddDays(6));
        Assert.Equal(5, await Count("audit"));
        await Delete(Now.AddDays(Retention.AuditDays + 5));

        Assert.Equal([6, 5, 4, 3], (await Log.Page(null, CancellationToken.None)).Rows.Select(row => row.Seq));
        Assert.Null(await Check());
    }

    Task<bool> Delete(DateTimeOffset now, DateTimeOffset? counted = null) => Database.Write(async (connection, transaction) =>
    {
        await AuditRetention.Delete(connection, transaction, DateOnly.FromDateTime((counted ?? now).UtcDateTime), now);
        return true;
    }, CancellationToken.None);

    [Fact]
    public async Task The_watch_says_at_the_start_which_row_is_broken_and_remembers_it()
    {
        var book = new Logbook<AuditWatch>();
        using var watch = new AuditWatch(Log, TimeProvider.System, book);
        await Append(9);
        await watch.Look(CancellationToken.None);
        Assert.Null(watch.Fault);
        Assert.Empty(book.Lines);

        await Run("UPDATE audit SET actor = 'somebody' WHERE seq = 4");
        await watch.Look(CancellationToken.None);

        Assert.Equal(new AuditFault(AuditWrong.Changed, 4), watch.Fault);
        Assert.StartsWith("Critical: The audit is broken. Row 4 was changed", Assert.Single(book.Lines), StringComparison.Ordinal);
    }
}

public sealed class AuditOnSqliteTests() : AuditContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class AuditOnPostgresTests(PostgresServer server) : AuditContract(new PostgresTestDatabase(server));
