using MigrantBot.Core.Publications;

namespace MigrantBot.Publications;

/// <summary>What appears when. It is the same for everybody who knows the calendar and what is out, so anybody may see it.</summary>
/// <param name="IsCounted">Whether the days were counted up to today; until then nothing appears.</param>
/// <param name="Due">What appears now, in this order.</param>
/// <param name="Coming">What comes next after that.</param>
sealed record Agenda(bool IsCounted, IReadOnlyList<(Period Period, Volume Volume)> Due, IReadOnlyList<(Period Period, Volume Volume)> Coming)
{
    /// <summary>As far as one looks ahead.</summary>
    const int Months = 7;

    const int MostComing = 3;

    /// <summary>What appears first of all that has not appeared.</summary>
    public Period? Next => Due.Concat(Coming).Select(one => one.Period).FirstOrDefault();

    /// <param name="firstMonth">From which month on.</param>
    /// <param name="published">What is out.</param>
    /// <param name="wish">What the settings say.</param>
    /// <param name="today">By the clock.</param>
    /// <param name="counted">The day by which ages are counted; null before the first night. It never leaps, so a clock that does publishes nothing.</param>
    public static Agenda Of(Period firstMonth, IReadOnlyList<Published> published, Volume wish, DateOnly today, DateOnly? counted)
    {
        var isCounted = counted >= today;
        var due = isCounted ? Calendar.Due(firstMonth, published, wish, today) : [];
        return new(isCounted, due, [.. Calendar.Due(firstMonth, published, wish, today.AddMonths(Months)).Except(due).Take(MostComing)]);
    }
}
