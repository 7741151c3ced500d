using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

public abstract class QueueContract(TestDatabase home) : StorageContract(home)
{
    static readonly DateTimeOffset Now = new(2026, 3, 20, 8, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 3, 20);

    CaseStore Cases => new(Database);

    private protected Task<bool> Report(string id, long urgency = 4, DateOnly? day = null, long flood = 0, string language = "uz", Facets? facets = null, string recipient = "m-1") =>
        new ReportStore(Database).Insert(
            Some.ReportWithReceipt(id, $"e-{id}", $"l-{id}") with
            {
                Urgency = urgency,
                Flood = flood,
                Language = language,
                Facets = facets ?? new Facets(),
                ReceivedOn = day ?? Today,
                Envelope = Some.Report(id, $"e-{id}").Envelope with { Keys = [new SealedKey { RecipientId = recipient, Key = [7] }, new SealedKey { RecipientId = "recovery", Key = [8] }] },
            }, CancellationToken.None);

    async Task<string[]> Ids(QueueAsked asked) => [.. (await new QueueStore(Database).Page(asked, CancellationToken.None)).Cases.Select(row => row.Id)];

    Task<string[]> Ids(string me = "m-1", Shelf shelf = Shelf.Mine) => Ids(Asked(me, shelf));

    static QueueAsked Asked(string me = "m-1", Shelf shelf = Shelf.Mine) => new(me, shelf, Now);

    Task<Tally> Tally(string me = "m-1") => new QueueStore(Database).Count(me, Today, CancellationToken.None);

    Task<Decision?> Do(string id, Func<Case, Decision> decide, string me = "m-1") =>
        Cases.Change(id, new Deed(me, me, "act", Now), current => Task.FromResult(decide(current)), CancellationToken.None);

    async Task Judge(string id, Func<Case, string, long, DateTimeOffset, Decision> decide, string me = "m-1")
    {
        await Cases.Claim(id, me, Now);
        Assert.IsType<Decision.Made>(await Do(id, current => decide(current, me, current.Fence, Now), me));
    }

    Task<int> Run(string sql) => Database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    Task<string[]> Rows(string where = "1 = 1") => Database.Read(async connection => (await connection.QueryAsync<string>(
        $"SELECT recipient_id || ' ' || report_id || ' ' || status || ' ' || turn || ' ' || waits_since || ' ' || level || ' ' || unread || ' ' || language || ' ' || region || ' ' || type FROM queue WHERE {where} ORDER BY recipient_id, report_id")).ToArray(),
        CancellationToken.None);

    [Fact]
    public async Task The_most_urgent_stands_first_then_the_longest_waiting_and_what_came_with_a_flood_last()
    {
        await Report("a", urgency: 5, day: Today.AddDays(-5));
        await Report("b", urgency: 20);
        await Report("c", urgency: 20, day: Today.AddDays(-1));
        await Report("d", urgency: 20);
        await Report("e", urgency: 20, day: Today.AddDays(-1), flood: 2);
        await Report("f", urgency: 20, flood: 1);

        Assert.Equal(["c", "b", "d", "a", "f", "e"], await Ids());
    }

    [Fact]
    public async Task What_is_overdue_rises_every_night_and_words_added_meanwhile_do_not_hold_it_down()
    {
        await Report("a", urgency: 4, day: Today.AddDays(-15));
        await Report("b", urgency: 7);
        await Report("c", urgency: 15);
        Assert.Equal(["c", "b", "a"], await Ids());
        await Database.Add(Some.Addition("addition-a", "a"), Today.AddDays(-10));

        await new Purge(Database).Run(Now, CancellationToken.None);
        Assert.Equal(["c", "a", "b"], await Ids());
        Assert.Equal(["m-1 a open 122 2026-03-05 3 1 uz other other"], await Rows("report_id = 'a' AND recipient_id <> ''"));

        await new Purge(Database).Run(Now.AddDays(30), CancellationToken.None);
        Assert.Equal(["c", "a", "b"], await Ids());
        Assert.Equal(["112", "112", "100"], (await Rows("recipient_id = ''")).Select(row => row.Split(' ')[3]));
    }

    [Fact]
    public async Task At_eight_in_the_morning_the_unread_of_the_most_urgent_stands_first_and_what_is_accepted_last()
    {
        await new ModeratorStore(Database).Insert(Some.Moderator(), CancellationToken.None);
        foreach (var (id, urgency, ago) in new[] { ("read", 16, 1), ("unread", 16, 0), ("more urgent", 20, 0), ("accepted", 20, 0), ("less urgent", 1, 0), ("asked back", 16, 0) })
            await Report(id, urgency, Today.AddDays(-ago));
        await Cases.Claim("read", "m-1", Now);
        await Cases.Deliver("read", "m-1", Now, CancellationToken.None);
        await Judge("accepted", Moderating.Accept);
        await Cases.Claim("asked back", "m-1", Now);
        await Cases.Deliver("asked back", "m-1", Now, CancellationToken.None);
        Assert.Null(await Database.Reply(Some.Reply(report: "asked back"), Now));
        await Judge("asked back", Moderating.Wait);
        Assert.Equal(["more urgent", "unread", "read", "less urgent", "accepted"], await Ids());

        await Database.Add(Some.Addition("answer", "asked back"), Today);
        Assert.Equal(["more urgent", "asked back", "unread", "read", "less urgent", "accepted"], await Ids());
        await Database.Add(Some.Addition("more words", "accepted"), Today);
        Assert.Equal(["accepted", "more urgent", "asked back", "unread", "read", "less urgent"], await Ids());
    }

    [Fact]
    public async Task An_accepted_case_that_nobody_closes_comes_up_again()
    {
        await Report("accepted", urgency: 16);
        await Report("low");
        await Judge("accepted", Moderating.Accept);
        await new Purge(Database).Run(Now, CancellationToken.None);
        Assert.Equal(["low", "accepted"], await Ids());

        await new Purge(Database).Run(Now.AddDays(6), CancellationToken.None);
        Assert.Equal(["accepted", "low"], await Ids());
        Assert.Equal(["accepted"], await Ids(Asked() with { IsOverdue = true, At = Now.AddDays(6) }));
    }

    [Fact]
    public async Task Each_filter_leaves_what_it_says()
    {
        await Report("a", language: "tg", facets: new Facets { Region = Region.Siberia, Methods = Methods.Deception | Methods.Violence });
        await Report("b", urgency: 15, day: Today.AddDays(-2), facets: new Facets { Region = Region.FarEast, Methods = Methods.Deportation });
        await Report("c", facets: new Facets { Region = Region.OutsideRussia, Methods = Methods.MoneyPromised });
        await Report("d", urgency: 9, day: Today.AddDays(-2));
        await Judge("c", Moderating.Accept);

        Assert.Equal(["a"], await Ids(Asked() with { Language = "tg" }));
        Assert.Equal(["b", "a"], await Ids(Asked() with { Region = RegionCell.SiberiaFarEast }));
        Assert.Equal(["d", "c"], await Ids(Asked() with { Region = RegionCell.Other }));
        Assert.Equal(["a"], await Ids(Asked() with { Type = CaseType.Violence }));
        Assert.Equal(["b"], await Ids(Asked() with { Type = CaseType.LegalThreat }));
        Assert.Equal(["d"], await Ids(Asked() with { Type = CaseType.Other }));
        Assert.Equal(["c"], await Ids(Asked() with { Status = CaseStatus.Accepted }));
        Assert.Equal(["b"], await Ids(Asked() with { IsOverdue = true }));
        Assert.Equal(["b"], await Ids(Asked() with { IsOverdue = true, Region = RegionCell.SiberiaFarEast, Type = CaseType.LegalThreat, Language = "uz", Status = CaseStatus.Open }));
        Assert.Empty(await Ids(Asked() with { Language = "tg", Type = CaseType.LegalThreat }));
    }

    [Fact]
    public async Task A_case_whose_answers_were_deleted_with_their_quarter_keeps_its_place_and_is_elsewhere_and_other()
    {
        await Report("a", urgency: 15, facets: new Facets { Region = Region.Siberia, Methods = Methods.Violence });
        await Report("b", urgency: 9, facets: new Facets { Region = Region.Siberia, Methods = Methods.Violence });
        await Run("DELETE FROM report_facets WHERE report_id = 'a'");
        await Judge("a", Moderating.Accept);

        Assert.Equal(["b", "a"], await Ids());
        Assert.Equal(["a"], await Ids(Asked() with { Region = RegionCell.Other, Type = CaseType.Other }));
        Assert.Equal(["b"], await Ids(Asked() with { Region = RegionCell.SiberiaFarEast }));
        Assert.Equal(["b"], await Ids(Asked() with { Type = CaseType.Violence }));
        var row = (await new QueueStore(Database).Page(Asked(), CancellationToken.None)).Cases[^1];
        Assert.Equal((15L, null), (row.Urgency, row.Facets));
        Assert.Empty(await new AlikeStore(Database).Find("a", Today, "m-1", CancellationToken.None));
        Assert.Empty(await new AlikeStore(Database).Find("b", Today, "m-1", CancellationToken.None));
    }

    [Fact]
    public async Task Each_shelf_holds_its_own()
    {
        foreach (var id in new[] { "a", "b", "c", "d", "e" })
            await Report(id);
        await Report("f", recipient: "m-2");
        await Judge("a", Moderating.Accept);
        await Judge("b", Moderating.Reject);
        await Judge("c", Moderating.Accept);
        await Judge("c", Moderating.Close);
        await Cases.Claim("d", "m-1", Now);
        await Cases.Claim("f", "m-2", Now);

        Assert.Equal(["d", "e", "a"], await Ids());
        Assert.Equal(["d", "e", "f", "a"], await Ids(shelf: Shelf.All));
        Assert.Equal(["d"], await Ids(shelf: Shelf.Held));
        Assert.Equal(["f"], await Ids("m-2", Shelf.Held));
        Assert.Equal(["a", "b", "c"], await Ids(shelf: Shelf.Decided));
        Assert.Equal(["c"], await Ids(Asked(shelf: Shelf.Decided) with { Status = CaseStatus.Closed }));
        Assert.Empty(await Ids(Asked(shelf: Shelf.Decided) with { Type = CaseType.Violence }));
        Assert.Empty(await Ids("m-2", Shelf.Decided));
        Assert.Empty(await Ids(Asked(shelf: Shelf.Held) with { At = Now + Moderating.Lease }));
    }

    [Fact]
    public async Task What_waits_for_its_reporter_stands_aside_until_words_come()
    {
        await Report("a", day: Today.AddDays(-30), urgency: 16);
        await Report("b");
        await Cases.Claim("a", "m-1", Now);
        Assert.Null(await Database.Reply(Some.Reply(report: "a"), Now));
        await Judge("a", Moderating.Wait);

        Assert.Equal(["b"], await Ids());
        Assert.Equal(["a"], await Ids(Asked() with { Status = CaseStatus.Waiting }));
        Assert.Equal((1, 0, 0), (await Tally()) is var tally ? (tally.Fresh, tally.Urgent, tally.Overdue) : default);

        await Database.Add(Some.Addition("addition-a", "a"), Today.AddDays(1));
        Assert.Equal(["a", "b"], await Ids());
        Assert.Equal(["m-1 a open 108 2026-03-21 0 1 uz other other"], await Rows("report_id = 'a' AND recipient_id <> ''"));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_loss_or_repetition_while_cases_come_and_go()
    {
        const int cases = QueueStore.PageSize * 2 + 10;
        for (var number = 0; number < cases; number++)
            await Report($"r{number:000}", urgency: 1 + (number % 3), day: Today.AddDays(-number % 5), flood: number % 2 * 2);
        List<string> seen = [];
        List<string> gone = [];
        QueuePlace? after = null;
        do
        {
            var page = await new QueueStore(Database).Page(Asked() with { After = after }, CancellationToken.None);
            seen.AddRange(page.Cases.Select(row => row.Id));
            after = page.Next is { } next ? QueuePlace.Read(next.ToString()) : null;
            // Meanwhile the last one shown is decided, one to come is decided too, new ones come in before and behind.
            foreach (var id in new[] { seen[^1], (await Ids(Asked() with { After = after })).LastOrDefault() }.OfType<string>())
                if (!gone.Contains(id))
                {
                    await Judge(id, Moderating.Reject);
                    gone.Add(id);
                }
            await Report($"new-first-{seen.Count}", urgency: 20);
            await Report($"new-last-{seen.Count}", urgency: 1, flood: 2);
        }
        while (after is not null && seen.Count < cases * 2);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal([], Enumerable.Range(0, cases).Select(number => $"r{number:000}").Except(seen).Except(gone));
        Assert.DoesNotContain(seen, id => id.StartsWith("new-first", StringComparison.Ordinal));
        Assert.Null(QueuePlace.Read("20.2026-03-09.r1"));
    }

    [Fact]
    public async Task Decided_cases_follow_one_another_the_newest_first()
    {
        for (var number = 0; number < QueueStore.PageSize + 5; number++)
            await Report($"r{number:000}");
        await Run("UPDATE reports SET status = 'rejected', verdict = 'rejected', decided_by = 'm-1', verdict_on = '2026-03-0' || CASE WHEN id < 'r020' THEN '9' ELSE '8' END");
        List<string> seen = [];
        foreach (var language in new[] { null, "uz" })
        {
            seen.Clear();
            QueuePlace? after = null;
            do
            {
                var page = await new QueueStore(Database).Page(Asked(shelf: Shelf.Decided) with { Language = language, After = after }, CancellationToken.None);
                seen.AddRange(page.Cases.Select(row => row.Id));
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal(Enumerable.Range(0, QueueStore.PageSize + 5).Select(number => $"r{number:000}"), seen);
        }
    }

    [Fact]
    public async Task The_tally_counts_what_is_mine_and_waits()
    {
        Assert.Equal(new Tally(), await Tally());
        await Report("a", urgency: 15, day: Today.AddDays(-2));
        await Report("b", urgency: 14);
        await Report("c", urgency: 20, flood: 2);
        await Report("d", urgency: 20, recipient: "m-2");
        await Report("e", day: Today.AddDays(-11));
        await Run("INSERT INTO moderators (id, handle, status, box_key, sign_key, wrapped_keys, kdf_salt, kdf_iterations, languages, created_on, version) SELECT 'm-1', 'amina', 'active', body, body, body, body, 1, 'uz', '2026-01-01', 1 FROM envelopes WHERE id = 'e-a'");
        Assert.Equal(new Tally { Fresh = 4, Urgent = 1, Overdue = 2 }, await Tally());

        await Cases.Claim("a", "m-1", Now);
        await Cases.Deliver("a", "m-1", Now, CancellationToken.None);
        Assert.Equal(new Tally { Fresh = 3, Urgent = 1, Overdue = 2 }, await Tally());
        await Do("a", current => Moderating.Accept(current, "m-1", current.Fence, Now));
        Assert.Equal(new Tally { Fresh = 3, Urgent = 0, Overdue = 1 }, await Tally());
        await Database.Add(Some.Addition("addition-a", "a"), Today);
        Assert.Equal(new Tally { Fresh = 4, Urgent = 1, Overdue = 1 }, await Tally());
    }

    [Fact]
    public async Task The_rows_are_always_those_that_would_be_made_anew()
    {
        await new ModeratorStore(Database).Insert(Some.Moderator(), CancellationToken.None);
        foreach (var id in new[] { "a", "b", "c", "d", "e", "f" })
            await Report(id, urgency: 16, facets: new Facets { Region = Region.FarEast, Methods = Methods.PapersRefused });
        await Judge("a", Moderating.Accept);
        await Judge("b", Moderating.Reject);
        await Judge("c", (current, me, fence, now) => Moderating.Duplicate(current, new Case("a", CaseStatus.Accepted, 1, null, 1), me, fence, now));
        await Do("b", current => Moderating.Reopen(current, "m-1", Now));
        await Database.Add(Some.Addition("addition-d", "d", "m-1", "m-2"), Today);
        await Cases.Claim("d", "m-1", Now);
        await Cases.Deliver("d", "m-1", Now, CancellationToken.None);
        await Database.Withdraw("l-e", Today);
        var kept = await Rows();

        Assert.Equal(
            [" a accepted 146 2026-03-20 0 1 uz siberia-far-east documents", " b open 108 2026-03-20 0 1 uz siberia-far-east documents", " d open 109 2026-03-20 0 0 uz siberia-far-east documents",
             " f open 108 2026-03-20 0 1 uz siberia-far-east documents"], kept[..4]);
        Assert.Equal(["m-1 a", "m-1 b", "m-1 d", "m-1 f", "m-2 d"], kept[4..].Select(row => string.Join(' ', row.Split(' ')[..2])));
        await Run("DELETE FROM queue");
        await new Purge(Database).Run(Now, CancellationToken.None);
        Assert.Equal(kept, await Rows());
    }

    [Fact]
    public async Task Who_is_removed_finds_nothing_and_all_cases_are_listed_as_before()
    {
        await Report("a");
        await Database.Write((connection, transaction) => QueueRows.RemoveOf(connection, transaction, "m-1"), CancellationToken.None);
        Assert.Empty(await Ids());
        Assert.Equal(["a"], await Ids("m-2", Shelf.All));
    }
}

public sealed class QueueOnSqliteTests() : QueueContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class QueueOnPostgresTests(PostgresServer server) : QueueContract(new PostgresTestDatabase(server));
