using System.Globalization;
using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

/// <summary>Which reports count, in which month and cells.</summary>
public abstract class CountedContract(TestDatabase home) : StorageContract(home)
{
    static readonly DateOnly Day = new(2026, 3, 9);
    static readonly Facets Known = new() { Region = Region.FarEast, Methods = Methods.Violence | Methods.Deception, Citizenship = Citizenship.Tj, Actor = Actor.Employer };

    Task<int> Run(string sql) => Database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    Task<T?> Ask<T>(string sql) => Database.Read(connection => connection.ExecuteScalarAsync<T>(sql), CancellationToken.None);

    static DateOnly On(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-03-09", "2026-03-09", "2026-03")]
    [InlineData("2026-03-31", "2026-04-10", "2026-03")]
    [InlineData("2026-03-31", "2026-04-11", "2026-04")]
    [InlineData("2026-03-01", "2026-08-20", "2026-08")]
    [InlineData("2026-12-31", "2027-01-10", "2026-12")]
    [InlineData("2026-12-31", "2027-01-11", "2027-01")]
    [InlineData("2031-01-01", "2026-03-09", "2026-03")]
    public async Task An_accepted_report_counts_in_the_month_of_its_receipt_or_else_of_its_acceptance(string received, string accepted, string month)
    {
        await Database.Receive("a", On(received), Known);
        Assert.Empty(await Database.Counted());

        await Database.Accept("a", On(accepted));

        Assert.Equal([$"a {month} siberia-far-east violence tj private"], await Database.Counted());
        Assert.Equal(month, await Ask<string>("SELECT counted_in FROM reports"));
    }

    [Fact]
    public async Task A_correction_moves_it_to_another_cell_and_not_to_another_month()
    {
        await Database.Count("a", Day, Known);
        await Database.Receive("b", Day, Known);

        Assert.Null(await Database.Correct("a", new(2026, 4, 20), ("region", "moscow"), ("methods", "debt-or-wages"), ("citizenship", "uz"), ("actor", "police")));
        Assert.Null(await Database.Correct("b", Day, ("region", "moscow")));

        Assert.Equal(["a 2026-03 moscow money uz police"], await Database.Counted());
    }

    [Fact]
    public async Task Another_verdict_takes_it_out_and_accepting_it_again_brings_it_back_in_its_own_month()
    {
        await Database.Count("a", Day, Known);
        var counted = await Database.Counted();

        await Database.Reject("a", new(2026, 5, 2));
        Assert.Empty(await Database.Counted());
        await Database.Reopen("a", new(2026, 6, 20));
        Assert.Empty(await Database.Counted());
        await Database.Accept("a", new(2026, 6, 20));

        Assert.Equal(counted, await Database.Counted());
    }

    [Fact]
    public async Task Neither_added_words_nor_closing_nor_reopening_takes_it_out()
    {
        await Database.Count("a", Day, Known);
        var counted = await Database.Counted();

        await Database.Add(Some.Addition(report: "a"), Day);
        Assert.Equal(counted, await Database.Counted());
        await Database.Accept("a", Day.AddDays(1));
        await Database.End("a", Day.AddDays(2));
        Assert.Equal(counted, await Database.Counted());
        await Database.Reopen("a", Day.AddDays(60));
        Assert.Equal(counted, await Database.Counted());
    }

    [Fact]
    public async Task A_duplicate_does_not_count_and_its_original_does()
    {
        await Database.Count("a", Day, Known);
        await Database.Count("b", Day, Known);
        var cases = new CaseStore(Database);
        await cases.Claim("b", "m-1", Accepting.Noon(Day));
        var original = await cases.Look("a", "m-1", CancellationToken.None);

        Assert.IsType<Decision.Made>(await cases.Change(
            "b", "m-1", current => Moderating.Duplicate(current, original, "m-1", current.Fence, Accepting.Noon(Day)), Day, CancellationToken.None));

        Assert.StartsWith("a ", Assert.Single(await Database.Counted()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_its_original_is_taken_back_a_duplicate_does_not_count_until_it_is_accepted_itself()
    {
        await Database.Count("a", Day, Known);
        await Database.Receive("b", Day, Known);
        var cases = new CaseStore(Database);
        await cases.Claim("b", "m-1", Accepting.Noon(Day));
        var original = await cases.Look("a", "m-1", CancellationToken.None);
        Assert.IsType<Decision.Made>(await cases.Change(
            "b", "m-1", current => Moderating.Duplicate(current, original, "m-1", current.Fence, Accepting.Noon(Day)), Day, CancellationToken.None));

        Assert.True(await Database.Withdraw("lookup-a", Day));
        Assert.Empty(await Database.Counted());
        await Database.Accept("b", Day.AddDays(1));

        Assert.Equal(["b 2026-03 siberia-far-east violence tj private"], await Database.Counted());
    }

    [Fact]
    public async Task What_is_taken_back_counts_no_more_and_what_is_deleted_for_its_age_goes_on_counting()
    {
        await Database.Count("a", Day, Known);
        await Database.Count("b", Day, Known);

        Assert.True(await Database.Withdraw("lookup-a", Day));
        Assert.True(await Database.Write((connection, transaction) => ReportStore.Delete(connection, transaction, "b"), CancellationToken.None));

        Assert.Equal((0, "b 2026-03 siberia-far-east violence tj private"), (await Count("reports"), Assert.Single(await Database.Counted())));
    }

    [Fact]
    public async Task A_change_that_fails_counts_nothing()
    {
        await Database.Receive("a", Day);
        await Run("UPDATE audit_head SET hash = 'no hash' WHERE mark = 'head'");

        await Assert.ThrowsAsync<FormatException>(() => Database.Accept("a", Day));

        Assert.Empty(await Database.Counted());
    }

    [Fact]
    public async Task Every_answer_has_the_cell_that_the_core_gives_it()
    {
        await Database.Count("a", Day);
        foreach (var region in Answers<Region>())
            Assert.Equal(Code.Of(Counting.CellOf(region)), await Cell("region", FacetNames.Of(region), "region"));
        foreach (var citizenship in Answers<Citizenship>())
            Assert.Equal(Code.Of(Counting.CellOf(citizenship)), await Cell("citizenship", FacetNames.Of(citizenship), "citizenship"));
        foreach (var actor in Answers<Actor>())
            Assert.Equal(Code.Of(Counting.CellOf(actor)), await Cell("actor", FacetNames.Of(actor), "actor"));
        foreach (var method in Enum.GetValues<Methods>().Where(one => one != Methods.None))
            Assert.Equal(Code.Of(Counting.TypeOf(method)), await Cell("methods", Code.Of(method), "type"));
    }

    static IEnumerable<T?> Answers<T>() where T : struct, Enum => Enum.GetValues<T>().Select(one => (T?)one).Append(null);

    async Task<string?> Cell(string facet, string answer, string cell)
    {
        await Database.Write(async (connection, transaction) =>
        {
            await connection.ExecuteAsync($"UPDATE report_facets SET {facet} = @answer", new { answer }, transaction);
            await CountedRows.Refresh(connection, transaction, "a");
            return true;
        }, CancellationToken.None);
        return await Ask<string>($"SELECT {cell} FROM counted");
    }

    [Fact]
    public async Task A_case_whose_facets_are_gone_counts_as_one_of_which_nothing_is_known()
    {
        await Database.Receive("a", Day, Known);
        await Run("DELETE FROM report_facets");

        await Database.Accept("a", Day);

        Assert.Equal(["a 2026-03 other other unsaid other"], await Database.Counted());
    }

    [Fact]
    public async Task Once_its_quarter_is_out_nothing_is_added_to_it()
    {
        await Database.Count("a", Day, Known);
        await Database.Receive("b", Day, Known);
        await new PublicationStore(Database).Publish(
            Period.Read("2026-Q1")!, Volume.Low, _ => new("{}", "x"), Accepting.Noon(new(2026, 4, 15)), CancellationToken.None);

        await Database.Accept("b", new(2026, 4, 9));
        await Database.Reject("a", new(2026, 4, 20));
        await Database.Reopen("a", new(2026, 4, 20));
        await Database.Accept("a", new(2026, 4, 20));
        await Database.Count("c", new(2026, 4, 20), Known);

        Assert.Equal(["c 2026-04 siberia-far-east violence tj private"], await Database.Counted());
    }

    [Fact]
    public async Task What_a_process_of_the_version_before_accepts_is_counted_by_the_night()
    {
        await Database.Receive("a", Day, Known);
        await Run("UPDATE reports SET status = 'accepted', verdict = 'accepted', verdict_on = '2026-03-20', closed_on = '2026-03-20'");

        Assert.NotNull(await new Purge(Database).Run(Accepting.Noon(new(2026, 3, 21)), CancellationToken.None));

        Assert.Equal(["a 2026-03 siberia-far-east violence tj private"], await Database.Counted());
    }

    [Fact]
    public async Task What_a_process_of_the_version_before_judges_otherwise_or_takes_back_is_taken_out_by_the_night()
    {
        foreach (var report in new[] { "a", "b", "c", "d" })
            await Database.Count(report, Day, Known);
        await Run("UPDATE reports SET status = 'rejected', verdict = 'rejected' WHERE id = 'a'");
        await Run("INSERT INTO withdrawn (report_id, day) VALUES ('b', '2026-03-20')");
        foreach (var gone in new[] { "b", "c" })
            Assert.True(await Database.Write((connection, transaction) => ReportStore.Delete(connection, transaction, gone), CancellationToken.None));

        Assert.NotNull(await new Purge(Database).Run(Accepting.Noon(new(2026, 3, 21)), CancellationToken.None));

        Assert.Equal(["c", "d"], (await Database.Counted()).Select(row => row[..1]));
    }
}

public sealed class CountedOnSqliteTests() : CountedContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class CountedOnPostgresTests(PostgresServer server) : CountedContract(new PostgresTestDatabase(server));
