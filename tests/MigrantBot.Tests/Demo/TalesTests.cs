using System.Text.RegularExpressions;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Publications;
using MigrantBot.Demo;

namespace MigrantBot.Tests.Demo;

public sealed partial class TalesTests
{
    static readonly Library Words = Library.Read();

    static IReadOnlyList<Tale> On(DateOnly today) => Tales.Of(Words, today, new Random(1));

    public static TheoryData<int, int, int> Days => new() { { 2026, 11, 22 }, { 2026, 11, 15 }, { 2027, 1, 1 }, { 2028, 2, 29 }, { 2026, 8, 31 } };

    [Fact]
    public void The_same_day_and_seed_tell_the_same() => Assert.Equal(On(new(2026, 11, 22)), On(new(2026, 11, 22)));

    [Theory]
    [MemberData(nameof(Days))]
    public void Nothing_was_told_or_done_later_than_it_can_have_been(int year, int month, int day)
    {
        var today = new DateOnly(year, month, day);

        Assert.All(On(today), tale =>
        {
            Assert.InRange(tale.Day, Tales.FirstMonth(today).FirstDay, today);
            Assert.True(tale.Ending is Ending.Untouched or Ending.Held || (tale.ReadOn > tale.Day && tale.ReadOn < today), $"{tale}");
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Two_years_are_counted_and_a_queue_waits(int year, int month, int day)
    {
        var tales = On(new(year, month, day));

        Assert.InRange(tales.Count(tale => tale.Counts), 2300, 3200);
        Assert.InRange(tales.Count(tale => tale.Ending is not (Ending.Closed or Ending.Rejected or Ending.Duplicate)), 40, 85);
        Assert.Equal(Enum.GetValues<Ending>(), tales.Select(tale => tale.Ending).Distinct().Order());
    }

    [Fact]
    public void More_is_told_from_year_to_year_and_the_last_month_that_is_published_has_a_rise()
    {
        var counted = On(new(2026, 11, 22)).Where(tale => tale.Counts).ToLookup(tale => Period.MonthOf(tale.Day));

        Assert.True(counted[Period.Read("2026-09")!].Count() > counted[Period.Read("2025-09")!].Count());
        Assert.True(counted[Period.Read("2026-10")!].Count() > 1.3 * counted[Period.Read("2026-09")!].Count());
    }

    [Fact]
    public void Every_scene_has_its_words_in_every_language_of_reporters()
    {
        Assert.Equal(Language.All.Except([Language.English]), Language.All.Where(Words.Told.ContainsKey));
        Assert.All(Words.Told.Values, told => Assert.Equal(Words.Scenes.Select(scene => scene.Name).Order(), told.Reports.Keys.Order()));
    }

    [Fact]
    public void Each_text_says_at_its_end_that_it_is_invented_and_holds_nothing_by_which_anybody_could_be_found() =>
        Assert.All(
            Words.Told.Values.SelectMany(told => told.Reports.Values.Append(told.Added).Concat(told.Answers)).Concat(Words.Notes),
            text =>
            {
                Assert.Matches(Mark(), text);
                Assert.DoesNotContain(text, char.IsAsciiDigit);
                Assert.DoesNotContain('@', text);
            });

    [GeneratedRegex(@"[.?] \[(выдумано|invented|oʻylab topilgan|ўйлаб топилган|хаёлӣ|ойдон чыгарылган|ойдан шығарылған)\]$")]
    private static partial Regex Mark();
}
