using MigrantBot.Core.Exchange;
using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Demo;

/// <summary>
/// Two years of invented reports: believable shares, a trend, and one rise that an early signal should see. The same day and the same seed tell the same.
/// </summary>
static class Tales
{
    const int Months = 24;

    /// <summary>Reports in the first month, and how many more in each that follows.</summary>
    const double AtFirst = 84, MoreEachMonth = 3.4;

    /// <summary>So many more papers are refused on the Volga in the last month that is published.</summary>
    const int Rise = 55;

    /// <summary>Days that a report waits until it is read, at most.</summary>
    const int MostLag = 5;

    /// <summary>After so many days nothing that happens now or today is left lying.</summary>
    const int DaysOfHaste = 3;

    const string Risen = "papers";

    static readonly IReadOnlyList<(Region? Value, int Share)> Regions =
    [
        (Region.Moscow, 34), (Region.NorthWest, 13), (Region.Central, 12), (Region.Volga, 11), (Region.Urals, 8), (Region.South, 8), (Region.Siberia, 4),
        (Region.FarEast, 2), (Region.WarZone, 3), (Region.OutsideRussia, 1), (null, 4),
    ];

    static readonly IReadOnlyList<(Citizenship? Value, int Share)> Citizenships =
        [(Citizenship.Uz, 44), (Citizenship.Tj, 29), (Citizenship.Kg, 15), (Citizenship.Kz, 5), (Citizenship.Other, 2), (null, 5)];

    static readonly IReadOnlyList<(Ending Value, int Share)> OfOld = [(Ending.Closed, 86), (Ending.Rejected, 9), (Ending.Duplicate, 5)];

    static readonly IReadOnlyList<(Ending Value, int Share)> OfLate =
        [(Ending.Closed, 60), (Ending.Rejected, 8), (Ending.Duplicate, 4), (Ending.Untouched, 6), (Ending.Noted, 4), (Ending.Waiting, 7), (Ending.Returned, 4), (Ending.Accepted, 7)];

    static readonly IReadOnlyList<(Ending Value, int Share)> OfNew =
        [(Ending.Closed, 8), (Ending.Rejected, 3), (Ending.Duplicate, 3), (Ending.Untouched, 42), (Ending.Noted, 10), (Ending.Raised, 7), (Ending.Waiting, 13), (Ending.Accepted, 16)];

    static readonly IReadOnlyList<(Ending Value, int Share)> OfToday = [(Ending.Untouched, 3), (Ending.Held, 1)];

    /// <summary>The first month of a whole quarter, about two years ago.</summary>
    public static Period FirstMonth(DateOnly today) => Period.QuarterOf(today.AddMonths(-Months)).Months[0];

    /// <summary>All of them, the oldest first, the last from <paramref name="today"/>.</summary>
    public static IReadOnlyList<Tale> Of(Library library, DateOnly today, Random dice)
    {
        List<Tale> tales = [];
        var (old, late, fresh, newest) = (new Deal(OfOld), new Deal(OfLate), new Deal(OfNew), new Deal(OfToday));
        var (rate, owed) = (AtFirst, 0.0);
        for (var month = FirstMonth(today); month.FirstDay <= today; month = month.Next, rate += MoreEachMonth)
        {
            var days = month.End.DayNumber - month.FirstDay.DayNumber;
            for (var day = month.FirstDay; day < month.End && day <= today; day = day.AddDays(1))
            {
                owed += rate / days * (0.6 + (0.8 * dice.NextDouble()));
                for (; owed >= 1; owed--)
                    tales.Add(One(library, day, today, (today.DayNumber - day.DayNumber) switch { < 2 => newest, < 7 => fresh, < 24 => late, _ => old }, dice));
            }
        }
        var last = LastPublished(today);
        var scene = library.Scenes.Single(one => one.Name == Risen);
        var length = last.End.DayNumber - last.FirstDay.DayNumber;
        tales.AddRange(Enumerable.Range(0, Rise).Select(_ => One(scene, Region.Volga, last.FirstDay.AddDays(dice.Next(length)), Ending.Closed, today, dice)));
        return [.. tales.OrderBy(tale => tale.Day)];
    }

    static Period LastPublished(DateOnly today)
    {
        var before = Period.MonthOf(today.AddMonths(-1));
        return before.DueOn <= today ? before : Period.MonthOf(before.FirstDay.AddDays(-1));
    }

    static Tale One(Library library, DateOnly day, DateOnly today, Deal endings, Random dice)
    {
        var (region, ending) = (Pick(Regions, dice), endings.Next());
        // A house that works lets nobody wait for days who has hours.
        var scenes = IsDone(ending) || today.DayNumber - day.DayNumber < DaysOfHaste ? library.Scenes : library.Scenes.Where(one => one.Facets.When is not (When.Now or When.Today));
        return One(Pick([.. scenes.Select(one => (one, one.MoreIn is not null && one.MoreIn == region ? 2 * one.Share : one.Share))], dice), region, day, ending, today, dice);
    }

    static bool IsDone(Ending ending) => ending is Ending.Closed or Ending.Rejected or Ending.Duplicate;

    static Tale One(Scene scene, Region? region, DateOnly day, Ending ending, DateOnly today, Random dice)
    {
        var citizenship = Pick(Citizenships, dice);
        var facets = scene.Facets with
        {
            Region = region,
            Citizenship = citizenship,
            RussianPassport = dice.Next(10) switch { 0 => RussianPassport.Yes, < 6 => RussianPassport.No, _ => null },
            Deadline = dice.Next(3) == 0 ? null : scene.Facets.Deadline,
        };
        // Whatever a moderator did lies on a day before today.
        var lag = ending is Ending.Untouched or Ending.Held ? 0 : 1 + dice.Next(Math.Min(MostLag, today.DayNumber - day.DayNumber - 1));
        return new(day, scene, facets, LanguageOf(citizenship, dice), ending, lag, ending is Ending.Waiting or Ending.Returned || dice.Next(3) < (IsDone(ending) ? 1 : 2));
    }

    static Language LanguageOf(Citizenship? citizenship, Random dice) => citizenship switch
    {
        Citizenship.Uz => Pick([(Language.UzbekLatin, 60), (Language.UzbekCyrillic, 15), (Language.Russian, 25)], dice),
        Citizenship.Tj => Pick([(Language.Tajik, 65), (Language.Russian, 35)], dice),
        Citizenship.Kg => Pick([(Language.Kyrgyz, 60), (Language.Russian, 40)], dice),
        Citizenship.Kz => Pick([(Language.Kazakh, 60), (Language.Russian, 40)], dice),
        _ => Language.Russian,
    };

    static T Pick<T>(IReadOnlyList<(T Value, int Share)> shares, Random dice)
    {
        var left = dice.Next(shares.Sum(one => one.Share));
        foreach (var (value, share) in shares)
            if ((left -= share) < 0)
                return value;
        throw new InvalidOperationException("Nothing to pick from.");
    }
}
