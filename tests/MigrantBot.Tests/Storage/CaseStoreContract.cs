using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

public abstract class CaseStoreContract(TestDatabase home) : StorageContract(home)
{
    static readonly DateTimeOffset Now = new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 3, 10);

    CaseStore Store => new(Database);

    Task<bool> Report(string id, long urgency = 10, int day = 9, string recipient = "m-1", long flood = 0) => new ReportStore(Database).Insert(
        Some.Report(id, $"e-{id}") with
        {
            Urgency = urgency,
            Flood = flood,
            ReceivedOn = new DateOnly(2026, 3, day),
            Envelope = Some.Report(id, $"e-{id}").Envelope with { Keys = [new SealedKey { RecipientId = recipient, Key = [7] }] },
        }, CancellationToken.None);

    Task<int> AddRecipient(string report, params string[] recipients) => Database.Write((connection, transaction) => connection.ExecuteAsync(
        "INSERT INTO envelope_keys (envelope_id, recipient_id, sealed_key) VALUES (@envelope, @id, @key)",
        recipients.Select(id => new { envelope = $"e-{report}", id, key = new byte[] { 1 } }), transaction), CancellationToken.None);

    Task<Decision?> Claim(string id, string me, DateTimeOffset? at = null) =>
        Store.Change(id, me, current => Moderating.Claim(current, me, at ?? Now), Today, CancellationToken.None);

    Task<Decision?> Accept(string id, string me, DateTimeOffset? at = null) =>
        Store.Change(id, me, current => Moderating.Accept(current, me, current.Fence, at ?? Now), Today, CancellationToken.None);

    async Task<string[]> Queue(string me, Shelf shelf = Shelf.Mine) => [.. (await Database.Queue(me, shelf)).Select(row => row.Id)];

    Task<IReadOnlyList<DeliveredEnvelope>> Deliver(string id, string me, DateTimeOffset at) => Store.Deliver(id, me, at, CancellationToken.None);

    [Fact]
    public async Task An_empty_queue_is_empty()
    {
        Assert.Empty(await Queue("m-1", Shelf.All));
        Assert.Null(await Store.Find("nothing", "m-1", CancellationToken.None));
        Assert.Null(await Claim("nothing", "m-1"));
    }

    [Fact]
    public async Task What_is_sealed_to_others_is_seen_only_when_asked_for_and_never_found()
    {
        await Report("mine");
        await Report("theirs", recipient: "m-2");

        Assert.Equal(["mine"], await Queue("m-1"));
        var both = await Database.Queue("m-1", Shelf.All);
        Assert.Equal([("mine", 1L), ("theirs", 0L)], both.Select(row => (row.Id, row.IsSealedToMe)));
        Assert.Null(await Store.Find("theirs", "m-1", CancellationToken.None));
        Assert.Null(await Claim("theirs", "m-1"));
    }

    [Fact]
    public async Task A_case_is_found_with_its_answers_and_its_holder()
    {
        await new ModeratorStore(Database).Insert(Some.Moderator(), CancellationToken.None);
        await Report("a");
        await Claim("a", "m-1");

        var row = await Store.Find("a", "m-1", CancellationToken.None);

        Assert.Equal(("amina", "m-1", Now.AddMinutes(20).ToUnixTimeMilliseconds()), (row?.Holder, row?.ClaimedBy, row?.ClaimUntil));
        var facets = FacetColumns.Read(row?.Facets);
        Assert.Equal(FacetNames.All(new Facets()).Select(facet => facet.Facet), facets.Keys);
        Assert.Equal(("relative", "violence documents-taken", "today", "no"), (facets["who"], facets["methods"], facets["when"], facets["russian-passport"]));
    }

    [Fact]
    public async Task Ciphertext_goes_only_to_a_recipient_who_holds_the_case()
    {
        await Report("a");
        await AddRecipient("a", "m-2");
        await Report("b", recipient: "m-2");
        Assert.Empty(await Deliver("a", "m-1", Now));

        await Claim("a", "m-1");
        await Claim("b", "m-2");

        Assert.Equal([7], Assert.Single(await Deliver("a", "m-1", Now)).SealedKey);
        Assert.Empty(await Deliver("a", "m-2", Now));
        Assert.Empty(await Deliver("b", "m-1", Now));
    }

    [Fact]
    public async Task Ciphertext_stays_closed_when_the_lease_is_over_or_the_case_decided()
    {
        await Report("a");
        await Claim("a", "m-1");
        Assert.Empty(await Deliver("a", "m-1", Now + Moderating.Lease));

        await Accept("a", "m-1");

        Assert.Empty(await Deliver("a", "m-1", Now));
    }

    [Fact]
    public async Task A_verdict_is_kept_with_its_day_and_who_decided()
    {
        await Report("a");
        await Claim("a", "m-1");

        Assert.IsType<Decision.Made>(await Accept("a", "m-1"));

        var stored = await Database.Read(connection => connection.QuerySingleAsync<Judged>(
            "SELECT status, closed_on, claimed_by, claim_until, claim_fence, verdict, verdict_on, decided_by, waits_since FROM reports"), CancellationToken.None);
        Assert.Equal(
            new Judged { Status = "accepted", ClosedOn = "2026-03-10", ClaimFence = 1, Verdict = "accepted", VerdictOn = "2026-03-10", DecidedBy = "m-1", WaitsSince = "2026-03-10" }, stored);
    }

    [Fact]
    public async Task Twenty_claims_at_once_give_one_holder()
    {
        await Report("a");
        await AddRecipient("a", [.. Enumerable.Range(2, 19).Select(number => $"m-{number}")]);

        var decisions = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Task.Run(() => Claim("a", $"m-{number}"))));

        var made = Assert.Single(decisions.OfType<Decision.Made>());
        Assert.Equal(19, decisions.OfType<Decision.Refused>().Count(refused => refused.Refusal == Refusal.HeldBySomebodyElse));
        var row = await Store.Find("a", "m-1", CancellationToken.None);
        Assert.Equal(made.Case.Claim?.Moderator, row?.ClaimedBy);
        Assert.Equal(2, row?.Version);
    }

    [Fact]
    public async Task A_change_by_somebody_faster_is_seen_before_deciding_again()
    {
        await Report("a");
        await Claim("a", "m-1");
        var seen = new List<long>();

        var decision = await Store.Change("a", "m-1", current =>
        {
            seen.Add(current.Version);
            if (seen.Count == 1)
                Claim("a", "m-1", Now.AddMinutes(1)).GetAwaiter().GetResult();
            return Moderating.Release(current, "m-1", current.Fence, Now.AddMinutes(1));
        }, Today, CancellationToken.None);

        Assert.Equal([2L, 3L], seen);
        Assert.Equal(3, Assert.IsType<Decision.Made>(decision).Case.Version);
    }

    sealed record Judged
    {
        public string Status { get; init; } = "";
        public string? ClosedOn { get; init; }
        public string? ClaimedBy { get; init; }
        public long? ClaimUntil { get; init; }
        public long ClaimFence { get; init; }
        public string? Verdict { get; init; }
        public string? VerdictOn { get; init; }
        public string? DecidedBy { get; init; }
        public string? WaitsSince { get; init; }
    }
}

public sealed class CaseStoreOnSqliteTests() : CaseStoreContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class CaseStoreOnPostgresTests(PostgresServer server) : CaseStoreContract(new PostgresTestDatabase(server));
