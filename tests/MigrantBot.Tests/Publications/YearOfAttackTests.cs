using System.Text.RegularExpressions;
using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;
using MigrantBot.Publications;

namespace MigrantBot.Tests.Publications;

/// <summary>
/// Somebody knows all reports of a year but one, and asks everything that can be asked, month by month, where it was made and where it was not. How little
/// the noise of what is published tells him is measured at the core; here that nothing else tells him anything.
/// </summary>
public sealed partial class YearOfAttackTests : IAsyncLifetime
{
    static readonly DateOnly First = new(2026, 1, 1);
    static readonly DateOnly Last = new(2027, 1, 15);
    static readonly DateOnly Told = new(2026, 5, 20);

    static readonly Facets Sought = new()
    {
        Region = Region.Moscow, Methods = Methods.Violence, Citizenship = Citizenship.Uz, Actor = Actor.Police,
    };

    World with = null!;
    World without = null!;

    public async Task InitializeAsync() => (with, without) = (await World.Begin(First), await World.Begin(First));

    public async Task DisposeAsync()
    {
        await with.DisposeAsync();
        await without.DisposeAsync();
    }

    [Fact]
    public async Task Who_knows_all_reports_but_one_learns_of_it_by_what_is_published_and_by_nothing_else()
    {
        var pages = await PublicAnswers.Pages(with.Http);
        Assert.True(pages.Count >= 15, $"Only {pages.Count} pages were found.");
        var (keyWith, keyWithout) = (await with.Key("One"), await without.Key("One"));
        var another = await with.Key("Another");
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            await Task.WhenAll(with.Live(day, day == Told ? [.. On(day), ("sought", Sought)] : On(day)), without.Live(day, On(day)));
            if (day == First || day.Day == Period.DueDay)
                AssertTellsNothingElse(day, await PublicAnswers.Read(with.Http, pages, keyWith), await PublicAnswers.Read(without.Http, pages, keyWithout));
        }

        await AssertDiffersWhereTheReportStands();
        await NextDay(1);
        Assert.Equal(await PublicAnswers.ReadByKey(with.Http, keyWith), await PublicAnswers.ReadByKey(with.Http, another));

        await without.PublishAs(with);
        await NextDay(2);
        Assert.Equal(await PublicAnswers.Read(with.Http, pages, keyWith), await PublicAnswers.Read(without.Http, pages, keyWithout));
    }

    /// <summary>A key may ask again.</summary>
    Task NextDay(int days) => Task.WhenAll(with.Live(Last.AddDays(days), []), without.Live(Last.AddDays(days), []));

    /// <summary>Byte for byte, but for the hashes, and the names that the feed makes of them: what is about the report's month or quarter is looked at below, and what is about all publications at last.</summary>
    static void AssertTellsNothingElse(DateOnly day, IReadOnlyList<Answer> there, IReadOnlyList<Answer> elsewhere)
    {
        foreach (var (one, other) in there.Zip(elsewhere))
            if (one.Asked != other.Asked || Bare(one.Told) != Bare(other.Told))
                Assert.True(IsAboutTheReport(one.Asked) || (day > Told.AddDays(20) && IsAboutAll(one.Asked)), $"On {day:O} {one.Asked} tells the worlds apart: {Apart(Bare(one.Told), Bare(other.Told))}");
    }

    /// <summary>Where two texts part.</summary>
    static string Apart(string one, string other)
    {
        var first = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"“{one[Math.Max(0, first - 60)..Math.Min(one.Length, first + 60)]}” and “{other[Math.Max(0, first - 60)..Math.Min(other.Length, first + 60)]}”";
    }

    static bool IsAboutTheReport(string asked) => asked.Contains("2026-05", StringComparison.Ordinal) || asked.Contains("2026-Q2", StringComparison.Ordinal);

    static bool IsAboutAll(string asked) => asked == "GET /api/v1/signals with a key" || asked[(asked.IndexOf(' ', StringComparison.Ordinal) + 1)..] is "/publications" or "/publications/ru" or "/publications/feed.xml" or "/publications/ru/feed.xml";

    /// <summary>With the same noise: the cells in which the report stands, each by one, and the totals. So forcing the sums spreads nothing either.</summary>
    async Task AssertDiffersWhereTheReportStands()
    {
        var differ = 0;
        foreach (var path in PublicAnswers.Files.Where(path => path.EndsWith(".json", StringComparison.Ordinal)))
        {
            var (there, elsewhere) = (PublicationText.Read(await with.Http.GetStringAsync(path)), PublicationText.Read(await without.Http.GetStringAsync(path)));
            var moved = Cells(there).Zip(Cells(elsewhere)).Where(pair => pair.First != pair.Second).Select(pair => (pair.First.Cell, By: pair.First.Value - pair.Second.Value)).ToList();
            differ += moved.Count == 0 ? 0 : 1;
            Assert.All(moved, cell => Assert.Equal(1, cell.By));
            if (moved.Count > 0)
                Assert.Equal(there.Period.Cadence == Cadence.Month
                    ? ["", "region moscow", "total ", "type violence"]
                    : ["", "actor police", "citizenship uz", "region-type moscow violence"], moved.Select(cell => cell.Cell).Order(StringComparer.Ordinal));
        }

        Assert.Equal(2, differ);
    }

    static IEnumerable<(string Cell, long? Value)> Cells(Figures figures) =>
        figures.Tables.SelectMany(table => table.Cells.Select(cell => ($"{table.Spec.Name} {string.Join(' ', cell.Key)}", cell.Value))).Prepend(("", figures.Total));

    static string Bare(string told) => Hash().Replace(told, "…");

    /// <summary>Thirty reports in the month, most of them much like the one that is sought.</summary>
    static IEnumerable<(string, Facets)> On(DateOnly day) => day.Day > 30 ? [] :
        [($"{day:O}", day.Day % 10 < 7 ? Sought : new Facets { Region = (Region)(day.Day % 8), Methods = Methods.Deception, Citizenship = (Citizenship)(day.Day % 4), Actor = Actor.Employer })];

    [GeneratedRegex("[0-9a-f]{64}|urn:uuid:[0-9a-f-]{36}")]
    private static partial Regex Hash();
}
