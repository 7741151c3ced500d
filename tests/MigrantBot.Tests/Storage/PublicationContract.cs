using System.Text.Json;
using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using Tally = MigrantBot.Core.Publications.Tally;

namespace MigrantBot.Tests.Storage;

/// <summary>What is published appears once, whole or not at all, and never changes.</summary>
public abstract class PublicationContract(TestDatabase home) : StorageContract(home)
{
    static readonly Period August = Period.Read("2026-08")!;
    static readonly Period September = Period.Read("2026-09")!;
    static readonly Period Q3 = Period.Read("2026-Q3")!;
    static readonly Facets Known = new() { Region = Region.Moscow, Methods = Methods.Violence, Citizenship = Citizenship.Tj, Actor = Actor.Police };
    static int drawn;

    PublicationStore Store => new(Database);

    static DateTimeOffset Noon(int month, int day) => Accepting.Noon(new(2026, month, day));

    /// <summary>Files that say what they were drawn from, and no two of which are alike.</summary>
    static PublicationFile Draw(PublicationDraft draft) => new(
        JsonSerializer.Serialize(new { drawn = Interlocked.Increment(ref drawn), draft.AuditHead, reports = draft.Tallies.Sum(tally => tally.Reports) }), $"\"{drawn}\"\r\n");

    static Task<PublicationRow?> Publish(Database database, Period period, Volume volume = Volume.Normal, Func<PublicationDraft, PublicationFile>? draw = null, DateTimeOffset? now = null) =>
        new PublicationStore(database).Publish(period, volume, draw ?? Draw, now ?? Noon(10, 15), CancellationToken.None);

    Task<PublicationRow?> Publish(Period period, Volume volume = Volume.Normal, Func<PublicationDraft, PublicationFile>? draw = null, DateTimeOffset? now = null) =>
        Publish(Database, period, volume, draw, now);

    Task<int> Run(string sql) => Database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    async Task<string[]> Ask(string sql) => [.. await Database.Read(connection => connection.QueryAsync<string>(sql), CancellationToken.None)];

    [Fact]
    public async Task It_is_stored_as_it_was_drawn_and_written_down_by_its_hashes()
    {
        await Database.Count("a", new(2026, 8, 3), Known);
        var head = (await new AuditLog(Database).Head(CancellationToken.None)).Hash;

        var row = await Publish(August);

        Assert.Equal(("month", "2026-08", "normal", "1", head, new DateOnly(2026, 10, 15)), (row?.Kind, row?.Period, row?.Volume, row?.Epsilon, row?.AuditHead, row?.PublishedOn));
        Assert.Equal((PublicationStore.HashOf(row!.Json), PublicationStore.HashOf(row.Csv)), (row.JsonSha256, row.CsvSha256));
        Assert.Equal(row, await Store.Find("month", "2026-08", CancellationToken.None));
        Assert.Equal(row with { Json = "", Csv = "" }, Assert.Single(await Store.All(CancellationToken.None)));
        Assert.Null(await Store.Find("quarter", "2026-08", CancellationToken.None));
        var written = (await new AuditLog(Database).Page(null, CancellationToken.None)).Rows[0];
        Assert.Equal(("system", "publish", $"month 2026-08 {row.JsonSha256[..16]} {row.CsvSha256[..16]}"), (written.Actor, written.Action, written.Object));
    }

    [Fact]
    public async Task The_draw_is_given_the_exact_cells_of_its_months_and_the_months_that_are_out()
    {
        await Database.Count("a", new(2026, 8, 3), Known);
        await Database.Count("b", new(2026, 8, 4), Known);
        await Database.Count("c", new(2026, 9, 4), Known);
        await Database.Count("d", new(2026, 10, 4), Known);
        await Database.Count("e", new(2026, 6, 30), Known);
        var month = await Publish(August);
        PublicationDraft? draft = null;

        await Publish(Q3, draw: given => Draw(draft = given));

        Tally Of(Period period, long reports) => new(period, RegionCell.Moscow, CaseType.Violence, CitizenCell.Tj, ActorCell.Police, reports);
        Assert.Equal([Of(August, 2), Of(September, 1)], draft!.Tallies);
        Assert.Equal([month!.Json], draft.MonthsJson);
    }

    [Theory]
    [InlineData("2026-08")]
    [InlineData("2026-Q3")]
    public async Task Twenty_at_once_in_three_processes_publish_once(string period)
    {
        await Database.Count("a", new(2026, 8, 3), Known);
        var processes = new[] { Database, await Another(), await Another() };
        var draws = 0;

        var published = await Task.WhenAll(Enumerable.Range(0, 20).Select(one => Task.Run(() => Publish(processes[one % 3], Period.Read(period)!, Volume.Normal, draft =>
        {
            Interlocked.Increment(ref draws);
            return Draw(draft);
        }))));

        var row = Assert.Single(published.OfType<PublicationRow>());
        Assert.Equal(1, draws);
        Assert.Equal(row, await Store.Find(row.Kind, row.Period, CancellationToken.None));
        Assert.Equal(1, await Count("publications"));
        Assert.Equal([row.Mark], await Ask("SELECT object FROM audit WHERE action = 'publish'"));
    }

    [Fact]
    public async Task A_second_draw_is_refused_for_ever_and_the_bytes_stay()
    {
        var row = await Publish(August);

        Assert.Null(await Publish(August, now: Noon(10, 16)));
        Assert.Null(await Publish(August, now: Noon(1, 1)));
        Assert.Null(await new PublicationStore(await Another()).Publish(August, Volume.Normal, _ => throw new InvalidOperationException(), Noon(12, 1), CancellationToken.None));

        Assert.Equal(row, await Store.Find("month", "2026-08", CancellationToken.None));
    }

    [Fact]
    public async Task A_draw_that_breaks_off_leaves_nothing_and_can_be_made_up_for()
    {
        await Database.Count("a", new(2026, 8, 3), Known);
        var (counted, audit) = (await Database.Counted(), await Count("audit"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Publish(Q3, draw: _ => throw new InvalidOperationException("Power cut.")));

        Assert.Equal((0, audit, 1), (await Count("publications"), await Count("audit"), await Count("report_facets")));
        Assert.Equal(counted, await Database.Counted());
        Assert.NotNull(await Publish(Q3));
    }

    [Fact]
    public async Task A_month_deletes_no_facts()
    {
        await Database.Count("a", new(2026, 8, 3), Known);

        await Publish(August);

        Assert.Equal((1, 1), (await Count("counted"), await Count("report_facets")));
    }

    [Fact]
    public async Task With_a_quarter_go_its_facts_and_those_of_what_ended_in_it_and_no_others()
    {
        await Database.Count("counted", new(2026, 8, 3), Known);
        await Database.Count("closed", new(2026, 7, 3), Known);
        await Database.End("closed", new(2026, 10, 2));
        await Database.Count("before", new(2026, 5, 3), Known);
        await Database.Receive("rejected", new(2026, 8, 3), Known);
        await Database.Reject("rejected", new(2026, 9, 30));
        await Database.Receive("rejected-later", new(2026, 8, 3), Known);
        await Database.Reject("rejected-later", new(2026, 10, 1));
        await Database.Receive("open", new(2026, 7, 3), Known);
        await Database.Receive("accepted-later", new(2026, 9, 3), Known);
        await Database.Accept("accepted-later", new(2026, 10, 11));

        Assert.NotNull(await Publish(Q3));

        Assert.Equal(["accepted-later 2026-10 moscow violence tj police"], await Database.Counted());
        Assert.Equal(["accepted-later", "open", "rejected-later"], await Ask("SELECT report_id FROM report_facets ORDER BY report_id"));
        Assert.Equal(
            ["accepted-later moscow violence", "before other other", "counted other other", "open moscow violence"],
            await Ask("SELECT report_id || ' ' || region || ' ' || type FROM queue WHERE recipient_id = '' ORDER BY report_id"));
        Assert.Equal(7, await Count("reports"));
    }

    [Fact]
    public async Task Cases_whose_facts_are_gone_are_still_found_listed_and_judged()
    {
        await Database.Count("a", new(2026, 8, 3), Known);
        await Database.Count("b", new(2026, 8, 3), Known);
        await Publish(Q3);

        var cases = await new QueueStore(Database).Page(new("m-1", Shelf.Mine, Noon(10, 16)) { Region = RegionCell.Other, Type = CaseType.Other }, CancellationToken.None);
        Assert.Equal(["a", "b"], cases.Cases.Select(row => row.Id).Order());
        Assert.All(cases.Cases, row => Assert.Empty(FacetColumns.Read(row.Facets)));
        Assert.Empty(await new AlikeStore(Database).Find("a", new(2026, 8, 3), "m-1", CancellationToken.None));

        await Database.End("a", new(2026, 10, 20));
        await Database.Reject("b", new(2026, 10, 20));

        var decided = await new QueueStore(Database).Page(new("m-1", Shelf.Decided, Noon(10, 20)) { Region = RegionCell.Other }, CancellationToken.None);
        Assert.Equal(["a", "b"], decided.Cases.Select(row => row.Id).Order());
    }

    [Fact]
    public async Task What_is_taken_back_after_it_was_published_leaves_the_files_as_they_are()
    {
        await Database.Count("a", new(2026, 8, 3), Known);
        var month = await Publish(August);

        Assert.True(await Database.Withdraw("lookup-a", new(2026, 10, 15)));

        Assert.Equal(month, await Store.Find("month", "2026-08", CancellationToken.None));
        PublicationDraft? draft = null;
        var quarter = await Publish(Q3, draw: given => Draw(draft = given));
        Assert.Empty(draft!.Tallies);
        Assert.Equal(quarter, await Store.Find("quarter", "2026-Q3", CancellationToken.None));
    }

    [Fact]
    public async Task What_is_deleted_for_its_age_before_its_quarter_is_out_is_counted_in_it()
    {
        await Database.Count("a", new(2026, 7, 3), Known);
        await Database.Write((connection, transaction) => ReportStore.Delete(connection, transaction, "a"), CancellationToken.None);
        PublicationDraft? draft = null;

        await Publish(Q3, draw: given => Draw(draft = given));

        Assert.Equal(1, Assert.Single(draft!.Tallies).Reports);
        Assert.Equal(0, await Count("counted"));
    }

    [Fact]
    public async Task What_the_ledger_refuses_does_not_appear_even_if_somebody_asked_for_it_before_he_knew()
    {
        await Publish(August);
        Assert.Null(await Publish(Q3, Volume.Low));
        Assert.Null(await Publish(September, Volume.Low));
        Assert.NotNull(await Publish(Q3));
        Assert.Null(await Publish(September));

        Assert.Equal(["2026-08", "2026-Q3"], (await Store.All(CancellationToken.None)).Select(row => row.Period));
    }

    [Fact]
    public async Task What_is_accepted_while_a_quarter_appears_is_in_it_or_counts_nowhere_and_is_left_nowhere()
    {
        const int reports = 24;
        var processes = new[] { Database, await Another(), await Another() };
        for (var number = 0; number < reports; number++)
            await Database.Receive($"r-{number}", new(2026, 9, 20), Known);
        PublicationDraft? draft = null;

        // One person may hold so many and no more.
        var accepting = Parallel.ForAsync(0, reports, new ParallelOptions { MaxDegreeOfParallelism = Moderating.MostUnopened }, async (number, _) =>
            await processes[number % 3].Accept($"r-{number}", new(2026, 10, 1)));
        await Task.WhenAll(accepting, Task.Run(() => Publish(processes[1], Q3, Volume.Normal, given => Draw(draft = given))));

        Assert.InRange(draft!.Tallies.Sum(tally => tally.Reports), 0, reports);
        Assert.Equal((0, reports), (await Count("counted"), await Count("reports WHERE status = 'accepted' AND counted_in = '2026-09'")));
        Assert.Null(await new AuditLog(Database).Check(CancellationToken.None));
    }

    [Fact]
    public async Task An_erratum_stands_beside_the_files_and_changes_no_byte_of_them()
    {
        var row = await Publish(August);

        Assert.True(await Store.AddErratum(August, Erratum.Read("Wrong.", "Неверно.").Erratum!, Noon(11, 2), CancellationToken.None));
        Assert.False(await Store.AddErratum(Q3, Erratum.Read("Wrong.", "Неверно.").Erratum!, Noon(11, 2), CancellationToken.None));

        Assert.Equal(row, await Store.Find("month", "2026-08", CancellationToken.None));
        var erratum = Assert.Single(await Store.Errata(CancellationToken.None));
        Assert.Equal(("month", "2026-08", new DateOnly(2026, 11, 2), "Wrong.", "Неверно."), (erratum.Kind, erratum.Period, erratum.Day, erratum.En, erratum.Ru));
        Assert.Equal([$"operator {erratum.Mark}"], await Ask("SELECT actor || ' ' || object FROM audit WHERE action = 'erratum'"));
    }

    [Fact]
    public async Task The_night_sweeps_what_was_left_of_quarters_that_are_out()
    {
        await Publish(Q3);
        await Database.Count("a", new(2026, 10, 3), Known);
        await Database.Receive("left", new(2026, 8, 3), Known);
        await Run("INSERT INTO counted SELECT 'left', '2026-08', region, type, citizenship, actor FROM counted");
        await Run("UPDATE reports SET status = 'accepted', verdict = 'accepted', verdict_on = '2026-08-03', counted_in = '2026-08' WHERE id = 'left'");

        Assert.NotNull(await new Purge(Database).Run(Noon(10, 16), CancellationToken.None));

        Assert.Equal(["a 2026-10 moscow violence tj police"], await Database.Counted());
        Assert.Equal(["a"], await Ask("SELECT report_id FROM report_facets"));
        Assert.Equal(["other other"], await Ask("SELECT region || ' ' || type FROM queue WHERE report_id = 'left' AND recipient_id = ''"));
    }

    [Fact]
    public async Task The_day_that_is_counted_is_that_of_the_night()
    {
        Assert.Null(await Store.CountedOn(CancellationToken.None));
        await new Purge(Database).Run(Noon(10, 16), CancellationToken.None);
        Assert.Equal(new DateOnly(2026, 10, 16), await Store.CountedOn(CancellationToken.None));
    }

    [Fact]
    public async Task A_mark_of_the_house_that_is_set_stays()
    {
        var house = new House(Database);
        Assert.Null(await house.Find(House.FirstMonth, CancellationToken.None));
        Assert.Equal("2026-08", await house.Keep(House.FirstMonth, "2026-08", CancellationToken.None));
        Assert.Equal("2026-08", await house.Keep(House.FirstMonth, "2027-01", CancellationToken.None));
        Assert.Equal("2026-08", await house.Find(House.FirstMonth, CancellationToken.None));
        Assert.False(await house.IsInvented(CancellationToken.None));
    }
}

public sealed class PublicationOnSqliteTests() : PublicationContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class PublicationOnPostgresTests(PostgresServer server) : PublicationContract(new PostgresTestDatabase(server));
