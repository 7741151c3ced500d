using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

/// <summary>Nobody works twice on one case, however many want it, and whatever arrives late.</summary>
public abstract class ClaimsContract(TestDatabase home) : StorageContract(home)
{
    const int Moderators = 20;
    static readonly DateTimeOffset Now = new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);

    CaseStore Cases => new(Database);

    static string Me(int number) => $"m-{number:00}";

    Task<bool> Report(string id, int recipients = 2) => new ReportStore(Database).Insert(
        Some.ReportWithReceipt(id, $"e-{id}", $"l-{id}") with
        {
            Envelope = Some.Report(id, $"e-{id}").Envelope with { Keys = [.. Enumerable.Range(1, recipients).Select(number => new SealedKey { RecipientId = Me(number), Key = [1] })] },
        }, CancellationToken.None);

    Task<Decision?> Do(string id, string me, string action, Func<Case, Decision> decide, DateTimeOffset? at = null) =>
        Cases.Change(id, new Deed(me, $"handle {me}", action, at ?? Now), current => Task.FromResult(decide(current)), CancellationToken.None);

    static Case Made(Decision? decision) => Assert.IsType<Decision.Made>(decision).Case;

    static Refusal Refused(Decision? decision) => Assert.IsType<Decision.Refused>(decision).Refusal;

    Task<T[]> Ask<T>(string sql) => Database.Read(async connection => (await connection.QueryAsync<T>(sql)).ToArray(), CancellationToken.None);

    [Fact]
    public async Task Twenty_moderators_at_once_share_out_all_cases_and_no_case_is_held_by_two()
    {
        const int cases = 60;
        foreach (var number in Enumerable.Range(0, cases))
            await Report($"case-{number:00}", Moderators);
        CaseStore[] stores = [Cases, new(await Another()), new(await Another())];
        using var start = new Barrier(Moderators);

        // Each on a thread of its own, from the same end, so that they get in each other's way as much as they can.
        var taken = await Task.WhenAll(Enumerable.Range(1, Moderators).Select(number => Task.Factory.StartNew(async () =>
        {
            start.SignalAndWait();
            List<(string Case, long Fence)> mine = [];
            for (var one = 0; one < cases; one++)
                if (await stores[number % stores.Length].Claim($"case-{one:00}", Me(number), Now) is Decision.Made { Case: var claimed })
                    mine.Add((claimed.Id, claimed.Fence));
            return (Me(number), mine);
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        var held = taken.SelectMany(one => one.mine.Select(won => $"{won.Case} {one.Item1} {won.Fence}")).Order().ToArray();
        Assert.Equal(cases, held.Length);
        Assert.Equal(await Ask<string>("SELECT id || ' ' || claimed_by || ' ' || claim_fence FROM reports ORDER BY id"), held);
        Assert.Equal(cases, (await Ask<string>("SELECT object FROM audit WHERE action = 'claim'")).Length);
        Assert.Equal(Enumerable.Range(1, (int)await Count("audit")).Select(number => (long)number), await Ask<long>("SELECT seq FROM audit ORDER BY seq"));
    }

    [Fact]
    public async Task What_was_begun_under_a_stolen_lease_comes_too_late_even_from_who_holds_the_case_anew()
    {
        await Report("a");
        var first = Made(await Cases.Claim("a", Me(1), Now)).Fence;
        var later = Now + Moderating.Lease;
        var stolen = Made(await Cases.Claim("a", Me(2), later)).Fence;
        Assert.Equal(Refusal.HeldBySomebodyElse, Refused(await Do("a", Me(1), "accept", current => Moderating.Accept(current, Me(1), first, later), later)));

        Made(await Do("a", Me(2), "release", current => Moderating.Release(current, Me(2), stolen, later), later));
        var anew = Made(await Cases.Claim("a", Me(1), later)).Fence;

        Assert.Equal((1, 2, 3), (first, stolen, anew));
        Assert.Equal(Refusal.LeaseOver, Refused(await Do("a", Me(1), "accept", current => Moderating.Accept(current, Me(1), first, later), later)));
        Assert.Equal("open", Assert.Single(await Ask<string>("SELECT status FROM reports")));
        Assert.Equal(CaseStatus.Accepted, Made(await Do("a", Me(1), "accept", current => Moderating.Accept(current, Me(1), anew, later), later)).Status);
    }

    [Fact]
    public async Task A_claim_is_renewed_by_opening_the_case_and_stays_the_same_claim()
    {
        await Report("a");
        await Cases.Claim("a", Me(1), Now);
        await Cases.Deliver("a", Me(1), Now.AddMinutes(15), CancellationToken.None);

        Assert.Equal(Refusal.HeldBySomebodyElse, Refused(await Cases.Claim("a", Me(2), Now.AddMinutes(34))));
        Assert.Equal(1, Made(await Cases.Claim("a", Me(1), Now.AddMinutes(34))).Fence);
        Assert.Equal(["claim", "open"], await Ask<string>("SELECT action FROM audit ORDER BY seq"));
    }

    [Fact]
    public async Task Every_deed_is_written_down_with_its_doer_and_nothing_that_was_refused()
    {
        await Report("a");
        await Report("b");
        await Database.Reply(Some.Reply("reply-1", "a", Me(1)), Now);
        foreach (var (action, decide) in new (string, Func<Case, Decision>)[]
        {
            ("claim", current => Moderating.Claim(current, Me(1), Now)),
            ("accept", current => Moderating.Accept(current, Me(1), 9, Now)),
            ("release", current => Moderating.Release(current, Me(1), current.Fence, Now)),
            ("claim", current => Moderating.Claim(current, Me(1), Now)),
            ("accept", current => Moderating.Accept(current, Me(1), current.Fence, Now)),
            ("claim", current => Moderating.Claim(current, Me(1), Now)),
            ("close", current => Moderating.Close(current, Me(1), current.Fence, Now)),
            ("reopen", current => Moderating.Reopen(current, Me(1), Now)),
            ("duplicate", current => Moderating.Duplicate(current, new Case("b", CaseStatus.Open, 1, null, 1), Me(1), current.Fence, Now)),
        })
            await Do("a", Me(1), action, decide);

        Assert.Equal(["claim", "release", "claim", "accept", "claim", "close", "reopen", "duplicate"], await Ask<string>("SELECT action FROM audit ORDER BY seq"));
        Assert.Equal(["handle m-01 case a"], (await Ask<string>("SELECT actor || ' ' || object FROM audit")).Distinct());
        Assert.Equal("duplicate duplicate b m-01", Assert.Single(await Ask<string>("SELECT status || ' ' || verdict || ' ' || duplicate_of || ' ' || decided_by FROM reports WHERE id = 'a'")));
    }

    [Fact]
    public async Task Of_two_that_are_made_duplicates_of_each_other_at_once_one_stays()
    {
        foreach (var round in Enumerable.Range(0, 10))
        {
            string[] pair = [$"{round}-a", $"{round}-b"];
            // The claims of the round before have run out.
            var at = Now + round * Moderating.Lease;
            foreach (var id in pair)
                await Report(id);
            await Cases.Claim(pair[0], Me(1), at);
            await Cases.Claim(pair[1], Me(2), at);
            CaseStore[] stores = [Cases, new(await Another())];
            using var start = new Barrier(2);

            var decisions = await Task.WhenAll(Enumerable.Range(0, 2).Select(one => Task.Factory.StartNew(() =>
            {
                start.SignalAndWait();
                var me = Me(one + 1);
                return stores[one].Change(pair[one], new Deed(me, me, "duplicate", at), async current =>
                    Moderating.Duplicate(current, await stores[one].Look(pair[1 - one], me, CancellationToken.None), me, current.Fence, at), CancellationToken.None);
            }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

            Assert.Single(decisions.OfType<Decision.Made>());
            Assert.Equal(Refusal.NotAnOriginal, Assert.Single(decisions.OfType<Decision.Refused>()).Refusal);
            Assert.Single(await Ask<string>($"SELECT id FROM reports WHERE id LIKE '{round}-%' AND status = 'open'"));
        }
    }

    [Fact]
    public async Task The_forty_first_case_of_a_day_stays_closed_however_many_are_opened_at_once()
    {
        await new ModeratorStore(Database).Insert(Some.Moderator(Me(1)), CancellationToken.None);
        var cases = Enumerable.Range(0, Moderating.MostOpenedADay + 5).Select(number => $"case-{number:00}").ToArray();
        foreach (var id in cases)
            await Report(id);
        // All at once, as no moderator can claim them without opening some.
        await Database.Write((connection, transaction) => connection.ExecuteAsync(
            "UPDATE reports SET claimed_by = @me, claim_until = @until", new { me = Me(1), until = Held.Until(Now) }, transaction), CancellationToken.None);
        CaseStore[] stores = [Cases, new(await Another())];

        var opened = await Task.WhenAll(cases.Select((id, number) => Task.Run(() => stores[number % 2].Open(id, new Deed(Me(1), "amina", "open", Now), CancellationToken.None))));

        Assert.Equal(Moderating.MostOpenedADay, opened.OfType<Delivery.Given>().Count());
        Assert.Equal(5, opened.Count(one => one is Delivery.Refused { Refusal: Refusal.CapReached }));
        Assert.Equal(5, (await Ask<string>("SELECT object FROM audit WHERE action = 'cap-reached'")).Length);
        var given = cases[Array.FindIndex(opened, one => one is Delivery.Given)];
        Assert.NotEmpty(await Cases.Deliver(given, Me(1), Now, CancellationToken.None));
        var tomorrow = Now.AddDays(1);
        await new Purge(Database).Run(tomorrow, CancellationToken.None);
        Assert.Equal(0, await Count("openings"));
        await Cases.Claim(cases[0], Me(2), tomorrow);
        Assert.NotEmpty(await Cases.Deliver(cases[0], Me(2), tomorrow, CancellationToken.None));
    }

    [Fact]
    public async Task Of_twenty_cases_that_one_person_claims_at_once_five_are_theirs_and_the_others_free()
    {
        await new ModeratorStore(Database).Insert(Some.Moderator(Me(1)), CancellationToken.None);
        var cases = Enumerable.Range(0, 20).Select(number => $"case-{number:00}").ToArray();
        foreach (var id in cases)
            await Report(id);
        CaseStore[] stores = [Cases, new(await Another()), new(await Another())];
        using var start = new Barrier(cases.Length);

        var decisions = await Task.WhenAll(cases.Select((id, number) => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            return stores[number % stores.Length].Claim(id, Me(1), Now);
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        Assert.Equal(Moderating.MostUnopened, decisions.OfType<Decision.Made>().Count());
        Assert.Equal(cases.Length - Moderating.MostUnopened, decisions.Count(one => one is Decision.Refused { Refusal: Refusal.HoldsEnough }));
        Assert.Equal(decisions.OfType<Decision.Made>().Select(one => one.Case.Id).Order(), await Ask<string>("SELECT id FROM reports WHERE claimed_by IS NOT NULL ORDER BY id"));
        Assert.Equal(Moderating.MostUnopened, (await Ask<string>("SELECT object FROM audit WHERE action = 'claim'")).Length);
        Assert.Equal(cases.Length - Moderating.MostUnopened, (await Ask<string>("SELECT object FROM audit WHERE action = 'refused-claim'")).Distinct().Count());
    }

    [Fact]
    public async Task What_is_read_given_back_or_run_out_makes_room_and_others_are_not_kept_from_anything()
    {
        await new ModeratorStore(Database).Insert(Some.Moderator(Me(1)), CancellationToken.None);
        foreach (var number in Enumerable.Range(0, 9))
            await Report($"case-{number}");
        foreach (var number in Enumerable.Range(0, Moderating.MostUnopened))
            Made(await Cases.Claim($"case-{number}", Me(1), Now));
        Assert.Equal(Refusal.HoldsEnough, Refused(await Cases.Claim("case-5", Me(1), Now)));

        Assert.NotEmpty(await Cases.Deliver("case-0", Me(1), Now, CancellationToken.None));
        Made(await Cases.Claim("case-5", Me(1), Now));
        Assert.Equal(Refusal.HoldsEnough, Refused(await Cases.Claim("case-6", Me(1), Now)));

        Made(await Do("case-1", Me(1), "release", current => Moderating.Release(current, Me(1), current.Fence, Now)));
        Made(await Cases.Claim("case-6", Me(1), Now));
        Made(await Cases.Claim("case-2", Me(1), Now));
        Assert.Equal(Refusal.HoldsEnough, Refused(await Cases.Claim("case-7", Me(1), Now)));
        Made(await Cases.Claim("case-7", Me(2), Now));

        Made(await Cases.Claim("case-8", Me(1), Now + Moderating.Lease));
    }

    [Fact]
    public async Task A_case_that_has_ended_is_taken_up_again_only_by_who_has_room_for_it()
    {
        await new ModeratorStore(Database).Insert(Some.Moderator(Me(1)), CancellationToken.None);
        await Report("ended");
        Made(await Cases.Claim("ended", Me(1), Now));
        Made(await Do("ended", Me(1), "reject", current => Moderating.Reject(current, Me(1), current.Fence, Now)));
        foreach (var number in Enumerable.Range(0, Moderating.MostUnopened))
        {
            await Report($"case-{number}");
            Made(await Cases.Claim($"case-{number}", Me(1), Now));
        }

        Assert.Equal(Refusal.HoldsEnough, Refused(await Do("ended", Me(1), "reopen", current => Moderating.Reopen(current, Me(1), Now))));
        Assert.Equal("rejected", Assert.Single(await Ask<string>("SELECT status FROM reports WHERE id = 'ended' AND claimed_by IS NULL")));
        Made(await Do("ended", Me(2), "reopen", current => Moderating.Reopen(current, Me(2), Now)));
    }

    [Fact]
    public async Task The_same_refusal_is_written_down_once_an_hour_and_the_next_one_says_how_many_there_were()
    {
        await Report("a");
        await Report("b");
        var cases = Cases;
        Task Try(string id, string me, int minutes) => cases.Open(id, new Deed(me, me, "open", Now.AddMinutes(minutes)), CancellationToken.None);

        foreach (var minutes in new[] { 0, 1, 20 })
            await Try("a", Me(2), minutes);
        await Try("a", "m-9", 21);
        await Try("told by somebody", Me(2), 22);
        await Try("told by somebody else", Me(2), 23);
        await Try("a", Me(2), 60);
        await Try("b", Me(2), 60);

        Assert.Equal(
            ["m-02 case a", "m-9 case a", "m-02 case unknown, more: 2", "m-02 case a, more: 1", "m-02 case b"],
            await Ask<string>("SELECT actor || ' ' || object FROM audit WHERE action = 'refused-open' ORDER BY seq"));
        Assert.Null(await new AuditLog(Database).Check(CancellationToken.None));
    }

    [Fact]
    public async Task A_refused_opening_is_written_down_and_what_was_typed_for_an_id_is_not()
    {
        await Report("a");
        await Cases.Claim("a", Me(1), Now);
        foreach (var (id, me) in new[] { ("a", Me(2)), ("a", "m-9"), ("told by somebody", Me(1)) })
            Assert.Equal(new Delivery.Refused(Refusal.NotYours), await Cases.Open(id, new Deed(me, me, "open", Now), CancellationToken.None));

        Assert.Equal(
            ["m-02 refused-open case a", "m-9 refused-open case a", "m-01 refused-open case unknown"],
            await Ask<string>("SELECT actor || ' ' || action || ' ' || object FROM audit WHERE action <> 'claim' ORDER BY seq"));
        Assert.Equal(0, await Count("openings"));
    }
}

public sealed class ClaimsOnSqliteTests() : ClaimsContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class ClaimsOnPostgresTests(PostgresServer server) : ClaimsContract(new PostgresTestDatabase(server));
