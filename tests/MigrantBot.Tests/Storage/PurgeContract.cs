using Dapper;
using MigrantBot.Storage;
using MigrantBot.Tests.Journeys;

namespace MigrantBot.Tests.Storage;

public abstract class PurgeContract(TestDatabase home) : StorageContract(home)
{
    private protected static readonly DateOnly Begin = new(2026, 1, 1);

    /// <summary>The night before the begin has been counted: the house has been running for long.</summary>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Run($"INSERT INTO housekeeping (job, ran_on, counted_on) VALUES ('{Purge.Job}', '2025-12-31', '2025-12-31')");
    }

    static DateTimeOffset Night(int day) => new(Begin.AddDays(day), new TimeOnly(0, 5), TimeSpan.Zero);

    private protected Task<Night?> Pass(int day) => new Purge(Database).Run(Night(day), CancellationToken.None);

    /// <summary>Every night from the first to the last.</summary>
    private protected async Task<Night?> PassAll(int first, int last)
    {
        Night? night = null;
        for (var day = first; day <= last; day++)
            night = await Pass(day);
        return night;
    }

    Task<int> Run(string sql) => Database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    private protected Task<T?> Ask<T>(string sql) => Database.Read(connection => connection.ExecuteScalarAsync<T>(sql), CancellationToken.None);

    private protected async Task Report(string id, int day = 0, string? opened = "2026-01-02")
    {
        var report = Some.ReportWithReceipt(id, $"envelope-{id}", $"lookup-{id}");
        await new ReportStore(Database).Insert(
            report with { ReceivedOn = Begin.AddDays(day), Envelope = report.Envelope with { Day = Begin.AddDays(day) } }, CancellationToken.None);
        if (opened is not null)
            await Run($"UPDATE reports SET opened_on = '{opened}' WHERE id = '{id}'");
    }

    private protected async Task<string[]> Reports() => [.. await Database.Read(connection => connection.QueryAsync<string>("SELECT id FROM reports ORDER BY id"), CancellationToken.None)];

    [Fact]
    public async Task Reports_go_with_all_their_rows_the_day_after_their_last_and_the_others_stay()
    {
        await Report("a");
        await Report("b", day: 1);
        await Report("c");
        await Run("UPDATE reports SET status = 'accepted', closed_on = '2026-01-03' WHERE id = 'c'");

        await PassAll(1, 90);
        Assert.Equal(["a", "b", "c"], await Reports());
        await Pass(91);
        Assert.Equal(["a", "b"], await Reports());
        await PassAll(92, 181);

        Assert.Equal(["b"], await Reports());
        Assert.Equal((1, 1, 2), (await Count("report_facets"), await Count("envelopes"), await Count("envelope_keys")));
    }

    [Fact]
    public async Task Words_that_nobody_has_opened_stand_under_a_warning_for_two_weeks_before_they_go()
    {
        await Report("a", opened: null);
        Assert.False((await PassAll(1, 180))?.SomeUnopened);

        Assert.True((await Pass(181))?.SomeUnopened);
        Assert.Equal("2026-07-01", await Ask<string>("SELECT warned_on FROM reports"));

        Assert.True((await PassAll(182, 195))?.SomeUnopened);
        Assert.Equal("2026-07-01", await Ask<string>("SELECT warned_on FROM reports"));
        Assert.Equal(["a"], await Reports());

        Assert.False((await Pass(196))?.SomeUnopened);
        Assert.Empty(await Reports());
    }

    [Fact]
    public async Task An_unopened_addition_is_warned_of_like_an_unopened_report()
    {
        await Report("a");
        await PassAll(1, 10);
        await Database.Add(Some.Addition(report: "a") with { Day = Begin.AddDays(10) }, Begin.AddDays(10));

        Assert.False((await PassAll(11, 190))?.SomeUnopened);
        Assert.True((await Pass(191))?.SomeUnopened);
        Assert.False((await PassAll(192, 206))?.SomeUnopened);
        Assert.Empty(await Reports());
    }

    [Fact]
    public async Task New_words_end_a_warning_and_a_later_one_begins_anew()
    {
        await Report("a", opened: null);
        await PassAll(1, 194);
        await Database.Add(Some.Addition(report: "a") with { Day = Begin.AddDays(194) }, Begin.AddDays(194));

        Assert.False((await PassAll(195, 374))?.SomeUnopened);
        Assert.True((await PassAll(375, 389))?.SomeUnopened);
        Assert.Equal(["a"], await Reports());
    }

    async Task Reply(string id, int day)
    {
        await Run("UPDATE reports SET claimed_by = 'm-1', claim_until = 9000000000000");
        var deed = new Deed("m-1", "amina", "reply", Night(day));
        Assert.Null(await new CaseworkStore(Database).Reply(deed, await Database.Fence("a"), Some.Reply(id, "a") with { Day = Begin.AddDays(day) }, CancellationToken.None));
    }

    [Fact]
    public async Task A_note_of_a_moderator_makes_no_report_younger()
    {
        await Report("a");
        await PassAll(1, 179);
        await Run("UPDATE reports SET claimed_by = 'm-1', claim_until = 9000000000000");
        var deed = new Deed("m-1", "amina", "note", Night(179));
        Assert.Null(await new CaseworkStore(Database).Note(deed, await Database.Fence("a"), Some.Note(report: "a") with { Day = Begin.AddDays(179) }, CancellationToken.None));

        await PassAll(180, 181);

        Assert.Empty(await Reports());
        Assert.Equal((0, 0), (await Count("envelopes"), await Count("envelope_keys")));
    }

    [Fact]
    public async Task A_reply_that_was_not_taken_goes_by_its_own_age_and_its_reporter_learns_that_it_was_there()
    {
        await Report("a");
        await Reply("reply-01", day: 5);
        await Reply("reply-02", day: 6);

        await PassAll(7, 95);
        Assert.Equal(3, await Count("envelopes"));
        Assert.Null(await Ask<string>("SELECT reply_lost_on FROM reports"));

        await Pass(96);
        Assert.Equal("reply-02", Assert.Single(await new ReceiptStore(Database).Replies("a", CancellationToken.None)).Id);
        Assert.Equal(4, await Count("envelope_keys"));
        Assert.Equal(Begin.AddDays(96), (await new ReceiptStore(Database).Find("lookup-a", Night(96), CancellationToken.None))?.ReplyLostOn);
    }

    [Fact]
    public async Task The_mark_of_a_report_that_was_taken_back_goes_after_thirty_days()
    {
        await Report("a");
        await Database.Withdraw("lookup-a", Begin);

        await PassAll(1, 30);
        Assert.Equal(1, await Count("withdrawn"));
        await Pass(31);
        Assert.Equal(0, await Count("withdrawn"));
    }

    [Fact]
    public async Task Links_sessions_and_challenges_that_are_over_go_at_night()
    {
        var now = Night(1).ToUnixTimeMilliseconds();
        await Run($"INSERT INTO links (token_hash, handle, expires_at) VALUES ('over', 'h', {now}), ('runs', 'h', {now + 1})");
        await Run($"INSERT INTO sessions (token_hash, moderator_id, idle_until, ends_at) VALUES ('idle', 'm', {now}, {now + 1}), ('ended', 'm', {now + 1}, {now}), ('runs', 'm', {now + 1}, {now + 1})");

        await Run($"INSERT INTO ceremonies (token_hash, kind, state, expires_at) VALUES ('over', 'sign-in', '', {now}), ('runs', 'sign-in', '', {now + 1})");

        await Pass(1);

        foreach (var table in new[] { "links", "sessions", "ceremonies" })
            Assert.Equal("runs", await Ask<string>($"SELECT token_hash FROM {table}"));
    }

    [Fact]
    public async Task Of_many_processes_one_does_the_night_and_a_restart_does_not_repeat_it()
    {
        var others = new[] { Database, await Another(), await Another() };

        var nights = await Task.WhenAll(Enumerable.Range(0, 9).Select(process => Task.Run(() =>
            new Purge(others[process % 3]).Run(Night(1), CancellationToken.None))));

        Assert.Single(nights.OfType<Night>());
        Assert.Null(await new Purge(await Another()).Run(Night(1).AddHours(20), CancellationToken.None));
        Assert.NotNull(await Pass(2));
    }

    [Fact]
    public async Task A_night_that_breaks_off_has_done_nothing_and_is_made_up_for_on_the_same_day()
    {
        await Report("a");
        await Report("b");
        await PassAll(1, 180);
        await Run("UPDATE reports SET status = 'from-the-future' WHERE id = 'b'");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Pass(181));
        Assert.Equal(["a", "b"], await Reports());

        await Run("UPDATE reports SET status = 'open' WHERE id = 'b'");
        Assert.NotNull(await Pass(181));
        Assert.Empty(await Reports());
    }

    [Fact]
    public async Task A_clock_that_leaps_by_a_year_deletes_nothing_at_once()
    {
        await Report("a");
        await PassAll(1, 150);

        var leap = await Pass(150 + 365);

        Assert.Equal(new Night(Begin.AddDays(515), Begin.AddDays(157), false), leap);
        Assert.Equal(["a"], await Reports());
        await Pass(151);
        Assert.Equal("2026-06-07", await Ask<string>("SELECT counted_on FROM housekeeping"));
        await PassAll(152, 180);
        Assert.Equal(["a"], await Reports());
        await Pass(181);
        Assert.Empty(await Reports());
    }

    [Fact]
    public async Task A_long_outage_is_caught_up_by_a_week_a_night()
    {
        await Report("a");
        await PassAll(1, 100);

        await PassAll(200, 210);
        Assert.Equal(["a"], await Reports());
        await Pass(211);

        Assert.Empty(await Reports());
    }

    [Fact]
    public async Task The_very_first_night_counts_from_what_it_finds_and_leaps_no_further()
    {
        await Run("DELETE FROM housekeeping");
        await Report("a");

        Assert.Equal(Begin.AddDays(7), (await Pass(400))?.Counted);

        Assert.Equal(["a"], await Reports());
    }

    [Fact]
    public async Task An_empty_house_counts_from_its_first_night()
    {
        await Run("DELETE FROM housekeeping");

        Assert.Equal(new Night(Begin, Begin, false), await Pass(0));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_makes_nothing_younger_and_nothing_new_old()
    {
        await PassAll(1, 100);
        await Report("a", day: -20_000);
        await Report("b");
        await Database.Add(Some.Addition(report: "b") with { Day = Begin.AddDays(-20_000) }, Begin.AddDays(-20_000));

        Assert.Equal(Begin.AddDays(100), (await Pass(-20_000))?.Counted);

        Assert.Equal(["2026-04-11", "2026-04-11"], await Database.Read(
            connection => connection.QueryAsync<string>("SELECT active_on FROM reports"), CancellationToken.None));
        await PassAll(101, 280);
        Assert.Equal(["a", "b"], await Reports());
    }

    [Fact]
    public async Task What_a_clock_that_was_ahead_has_dated_is_not_kept_longer_for_it()
    {
        await PassAll(1, 10);
        await Report("a", day: 2000);

        await PassAll(11, 191);
        Assert.Equal(["a"], await Reports());
        await Pass(192);
        Assert.Empty(await Reports());
    }

    [Fact]
    public async Task What_a_clock_that_was_ahead_has_dated_waits_from_today_is_free_and_signs_nobody_in()
    {
        await PassAll(1, 10);
        await Report("a", day: 2000);
        await new ModeratorStore(Database).Insert(Some.Moderator(), CancellationToken.None);
        await new CaseStore(Database).Claim("a", "m-1", Night(2000));
        var ends = Night(2000).AddHours(8).ToUnixTimeMilliseconds();
        await Run($"INSERT INTO sessions (token_hash, moderator_id, idle_until, ends_at) VALUES ('s', 'm-1', {ends}, {ends})");

        await Pass(11);

        var today = $"{Begin.AddDays(11):yyyy-MM-dd}";
        Assert.Equal((today, today), (await Ask<string>("SELECT waits_since FROM reports"), await Ask<string>("SELECT MIN(waits_since) FROM queue")));
        Assert.Equal((1, 0), (await Ask<long>("SELECT COUNT(*) FROM reports WHERE claimed_by IS NULL AND claim_until IS NULL"), await Ask<long>("SELECT COUNT(*) FROM sessions")));
    }

    [Fact]
    public async Task A_claim_of_this_very_night_stays()
    {
        await Report("a");
        await new CaseStore(Database).Claim("a", "m-1", Night(1));

        await Pass(1);

        Assert.Equal("m-1", await Ask<string>("SELECT claimed_by FROM reports"));
    }

    [Fact]
    public async Task A_row_of_a_process_of_the_version_before_ages_from_its_receipt()
    {
        await Report("a");
        await Run("UPDATE reports SET active_on = ''");

        await PassAll(1, 180);
        Assert.Equal(["a"], await Reports());
        await Pass(181);
        Assert.Empty(await Reports());
    }

    [Fact]
    public async Task The_tables_can_be_cleared_and_written_anew_at_any_time()
    {
        await Report("a");
        await Database.Withdraw("lookup-a", Begin);
        await Report("b");

        await Database.Compact(CancellationToken.None);

        Assert.True(await Database.Expunge(CancellationToken.None));
        Assert.Equal(["b"], await Reports());
    }
}

public sealed class PurgeOnSqliteTests() : PurgeContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class PurgeOnPostgresTests(PostgresServer server) : PurgeContract(new PostgresTestDatabase(server))
{
    [Fact]
    public async Task Words_that_are_being_added_while_the_night_begins_keep_their_report()
    {
        await Report("a");
        await PassAll(1, 180);
        Task<Night?>? night = null;

        var isAdded = await (await Another()).Write(async (connection, transaction) =>
        {
            var isTaken = await ReceiptStore.Add(connection, transaction, Some.Addition(report: "a") with { Day = Begin.AddDays(181) }, Begin.AddDays(181));
            night = Pass(181);
            await Eventually.True(
                async () => await Ask<long>("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") > 0,
                () => "The night does not wait for the words.");
            return isTaken;
        }, CancellationToken.None);
        await night!;

        Assert.True(isAdded);
        Assert.Equal(["a"], await Reports());
    }
}
