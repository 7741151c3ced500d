using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

/// <summary>Notes, corrections and drafts of who holds a case.</summary>
public abstract class CaseworkContract(TestDatabase home) : StorageContract(home)
{
    static readonly DateTimeOffset Now = new(2026, 3, 13, 8, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 3, 13);

    CaseStore Cases => new(Database);
    CaseworkStore Store => new(Database);
    DraftStore Drafts => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await new ModeratorStore(Database).Insert(Some.Moderator(), CancellationToken.None);
        await new ModeratorStore(Database).Insert(Some.Moderator("m-2", "bek"), CancellationToken.None);
        var report = Some.ReportWithReceipt();
        await new ReportStore(Database).Insert(
            report with { Envelope = report.Envelope with { Keys = [.. report.Envelope.Keys, new() { RecipientId = "m-2", Key = [3] }] } }, CancellationToken.None);
    }

    async Task Claim(string me = "m-1", DateTimeOffset? at = null)
    {
        await Cases.Claim("report-1", me, at ?? Now);
        await Run("DELETE FROM audit");
    }

    /// <summary>By the claim that there is.</summary>
    async Task<Holding> Hold(string me = "m-1", DateTimeOffset? at = null) => new(me, await Database.Fence("report-1"), at ?? Now);

    sealed record Holding(string Me, long Fence, DateTimeOffset At, string Report = "report-1")
    {
        public Deed Does(string action) => new(Me, "amina", action, At);
    }

    async Task<CaseRow> Case() => (await Cases.Find("report-1", "m-1", CancellationToken.None))!;

    Task<int> Run(string sql) => Database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    Task<T?> Ask<T>(string sql) => Database.Read(connection => connection.ExecuteScalarAsync<T>(sql), CancellationToken.None);

    Task<Refusal?> Note(Holding hold, SealedEnvelope? note = null) =>
        Store.Note(hold.Does("note"), hold.Fence, note ?? Some.Note(author: hold.Me), CancellationToken.None);

    Task<Refusal?> Overrule(Holding hold, long version, int urgency, string note = "note-01") =>
        Store.Overrule(hold.Does("urgency"), hold.Fence, version, urgency, Some.Note(note, author: hold.Me, act: "urgency"), CancellationToken.None);

    Task<Refusal?> Correct(Holding hold, long version, string note, params (string Facet, string Value)[] changed) => Store.Correct(
        hold.Does("correct"), hold.Fence, version, changed.ToDictionary(one => one.Facet, one => one.Value), Some.Note(note, author: hold.Me, act: "correct"), CancellationToken.None);

    [Fact]
    public async Task A_note_is_an_envelope_that_says_what_it_is_the_reason_for()
    {
        await Claim();

        Assert.Null(await Note(await Hold()));

        Assert.Equal("note", await Ask<string>("SELECT act FROM envelopes WHERE direction = 3"));
        Assert.Equal("note|amina|case report-1", await Ask<string>("SELECT action || '|' || actor || '|' || object FROM audit"));
        Assert.Equal("2026-03-09", await Ask<string>("SELECT active_on FROM reports"));
    }

    [Fact]
    public async Task Nobody_leaves_a_note_without_the_running_claim()
    {
        Assert.Equal(Refusal.LeaseOver, await Note(await Hold()));
        await Claim();

        Assert.Equal(Refusal.LeaseOver, await Note(await Hold("m-2")));
        Assert.Equal(Refusal.LeaseOver, await Note(await Hold() with { Fence = await Database.Fence("report-1") - 1 }));
        Assert.Equal(Refusal.LeaseOver, await Note(await Hold(at: Now + Moderating.Lease)));

        Assert.Equal((1, 0), (await Count("envelopes"), await Count("audit")));
    }

    [Fact]
    public async Task Work_renews_the_claim_and_refused_work_of_others_does_not()
    {
        await Claim();
        var half = Now + Moderating.Lease / 2;

        await Note(await Hold("m-2", half));
        Assert.Equal((Now + Moderating.Lease).ToUnixTimeMilliseconds(), (await Case()).ClaimUntil);

        await Note(await Hold(at: half));
        Assert.Equal((half + Moderating.Lease).ToUnixTimeMilliseconds(), (await Case()).ClaimUntil);
    }

    [Fact]
    public async Task The_same_note_again_is_one_note_and_one_entry_of_the_audit()
    {
        await Claim();

        Assert.Null(await Note(await Hold()));
        Assert.Null(await Note(await Hold(at: Now + 2 * Moderating.Lease)));

        Assert.Equal((2, 1), (await Count("envelopes"), await Count("audit")));
    }

    [Fact]
    public async Task A_note_takes_the_place_of_no_other_text_and_is_no_reply()
    {
        await Claim();

        Assert.Equal(Refusal.AlreadySent, await Note(await Hold(), Some.Note("envelope-1")));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Note(await Hold(), Some.Reply()));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Note(await Hold(), Some.Note(author: "m-2")));
        Assert.Equal(Refusal.LeaseOver, await Note(await Hold(), Some.Note(report: "report-2")));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Note(await Hold(), Some.Note() with { Signature = null }));
    }

    [Fact]
    public async Task Who_overrules_the_urgency_is_known_and_the_reason_stays_beside_it()
    {
        await Claim();
        var before = await Case();

        Assert.Null(await Overrule(await Hold(), before.Version, 3));

        var after = await Case();
        Assert.Equal((3, before.Version + 1), (after.Urgency, after.Version));
        Assert.Equal(("m-1", "urgency", "urgency"), (await Ask<string>("SELECT urgency_by FROM reports"), await Ask<string>("SELECT act FROM envelopes WHERE direction = 3"), await Ask<string>("SELECT action FROM audit")));
    }

    [Fact]
    public async Task What_was_read_before_words_were_added_is_not_overruled_or_corrected()
    {
        await Claim();
        var version = (await Case()).Version;
        await Database.Add(Some.Addition(), Today);

        Assert.Equal(Refusal.ReadAgain, await Overrule(await Hold(), version, 3));
        Assert.Equal(Refusal.ReadAgain, await Correct(await Hold(), version, "note-02", ("region", "moscow")));

        Assert.Equal((2, 0), (await Count("envelopes"), await Count("audit")));
    }

    [Fact]
    public async Task A_correction_changes_what_it_names_and_weighs_the_case_anew()
    {
        await Claim();

        Assert.Null(await Correct(await Hold(), (await Case()).Version, "note-01", ("region", "moscow"), ("methods", "deception money-promised"), ("deadline", "days")));

        var (row, facets) = (await Case(), FacetColumns.Read((await Case()).Facets));
        Assert.Equal(("moscow", "deception money-promised", "days", "relative"), (facets["region"], facets["methods"], facets["deadline"], facets["who"]));
        Assert.Equal((6, "deception.days"), (row.Urgency, row.UrgencyReason));
        Assert.Equal(("correct", "correct"), (await Ask<string>("SELECT act FROM envelopes WHERE direction = 3"), await Ask<string>("SELECT action FROM audit")));
    }

    [Fact]
    public async Task What_was_overruled_by_hand_stays_so_through_a_correction()
    {
        await Claim();
        await Overrule(await Hold(), (await Case()).Version, 19);

        Assert.Null(await Correct(await Hold(), (await Case()).Version, "note-02", ("methods", "unsaid")));

        Assert.Equal((19, Some.Report().UrgencyReason), ((await Case()).Urgency, (await Case()).UrgencyReason));
        Assert.Equal("unsaid", FacetColumns.Read((await Case()).Facets)["methods"]);
    }

    [Fact]
    public async Task What_was_counted_and_deleted_cannot_be_corrected()
    {
        await Claim();
        await Run("DELETE FROM report_facets");

        Assert.Equal(Refusal.FacetsGone, await Correct(await Hold(), (await Case()).Version, "note-01", ("region", "moscow")));

        Assert.Equal((1, 0), (await Count("envelopes"), await Count("audit")));
        Assert.Equal(Some.Report().Urgency, (await Case()).Urgency);
    }

    Task<long?> Keep(Holding hold, byte body = 1, bool isBare = false) => Drafts.Keep(
        hold.Report, hold.Me, isBare ? null : hold.Fence, new() { Day = DateOnly.FromDateTime(hold.At.UtcDateTime), Body = [body], SealedKey = [9] }, hold.At, CancellationToken.None);

    [Fact]
    public async Task There_is_one_draft_of_a_moderator_and_case_and_it_is_their_own()
    {
        await Claim();

        await Keep(await Hold(), body: 1);
        await Keep(await Hold("m-2"), body: 2);
        await Keep(await Hold(at: Now.AddDays(1)), body: 3);

        Assert.Equal(2, await Count("drafts"));
        var mine = await Drafts.Find("report-1", "m-1", CancellationToken.None);
        Assert.Equal((3, Today.AddDays(1)), (mine!.Body[0], mine.Day));
        Assert.Equal(2, (await Drafts.Find("report-1", "m-2", CancellationToken.None))!.Body[0]);
        Assert.Null(await Drafts.Find("report-1", "m-3", CancellationToken.None));
    }

    [Fact]
    public async Task Keeping_a_draft_renews_the_claim_that_it_bears_and_no_other()
    {
        await Claim();
        var half = Now + Moderating.Lease / 2;

        Assert.Equal(20 * 60, await Keep(await Hold(at: half)));
        Assert.Equal((half + Moderating.Lease).ToUnixTimeMilliseconds(), (await Case()).ClaimUntil);

        Assert.Equal(0, await Keep(await Hold(at: half), isBare: true));
        Assert.Equal(0, await Keep(await Hold("m-2", half)));
        Assert.Equal(0, await Keep(await Hold(at: half + Moderating.Lease)));
        Assert.Equal((half + Moderating.Lease).ToUnixTimeMilliseconds(), (await Case()).ClaimUntil);
    }

    [Fact]
    public async Task A_draft_is_kept_for_a_case_that_is_sealed_to_its_author_only()
    {
        Assert.Null(await Keep(await Hold("m-3")));
        Assert.Null(await Keep(await Hold() with { Report = "report-9" }));
        Assert.Equal(0, await Count("drafts"));
    }

    [Fact]
    public async Task A_reply_ends_its_authors_draft_and_leaves_that_of_another()
    {
        await Claim();
        await Keep(await Hold());
        await Keep(await Hold("m-2"));

        Assert.Null(await Store.Reply((await Hold()).Does("reply"), await Database.Fence("report-1"), Some.Reply(), CancellationToken.None));

        Assert.Null(await Drafts.Find("report-1", "m-1", CancellationToken.None));
        Assert.NotNull(await Drafts.Find("report-1", "m-2", CancellationToken.None));
    }

    [Fact]
    public async Task Drafts_go_with_the_case_with_the_moderator_and_when_they_are_removed()
    {
        await Keep(await Hold());
        await Keep(await Hold("m-2"));

        await Drafts.Remove("report-1", "m-1", CancellationToken.None);
        Assert.Equal(1, await Count("drafts"));
        Assert.True(await new Removal(Database).Remove("m-2", "zarina", Now, CancellationToken.None));
        Assert.Equal(0, await Count("drafts"));

        await Keep(await Hold());
        await Database.Write((connection, transaction) => ReceiptStore.Withdraw(connection, transaction, "lookup-1", Today), CancellationToken.None);
        Assert.Equal((0, 0), (await Count("drafts"), await Count("reports")));
    }
}

public sealed class CaseworkOnSqliteTests() : CaseworkContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class CaseworkOnPostgresTests(PostgresServer server) : CaseworkContract(new PostgresTestDatabase(server));
