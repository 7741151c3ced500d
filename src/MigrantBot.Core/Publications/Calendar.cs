namespace MigrantBot.Core.Publications;

/// <summary>What must appear when: decided by days and by what is out, never by what the reports say.</summary>
public static class Calendar
{
    /// <summary>All that is due by <paramref name="today"/> and not out, in the order in which it must appear: months before their quarter.</summary>
    /// <param name="firstMonth">The first month that is published about.</param>
    /// <param name="published">What is out.</param>
    /// <param name="wish">What the settings say. A quarter of which a month is out goes on in normal volume whatever they say.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<(Period Period, Volume Volume)> Due(Period firstMonth, IReadOnlyList<Published> published, Volume wish, DateOnly today)
    {
        if (firstMonth.Cadence != Cadence.Month)
            throw new ArgumentException($"{firstMonth} is no month: publications begin with one.", nameof(firstMonth));
        var isOut = published.Select(one => one.Period).ToHashSet();
        var due = new List<(Period, Volume)>();
        for (var quarter = firstMonth.Quarter; quarter.Months[0].DueOn <= today; quarter = quarter.Next)
            if (!isOut.Contains(quarter))
                due.AddRange(OfQuarter(quarter).Where(one => one.Period.DueOn <= today));
        return due;

        IEnumerable<(Period Period, Volume Volume)> OfQuarter(Period quarter)
        {
            var volume = quarter.Months.Any(isOut.Contains) ? Volume.Normal : wish;
            return from period in volume == Volume.Low ? [quarter] : quarter.Months.Append(quarter)
                   where period.Cadence == Cadence.Quarter || (period >= firstMonth && !isOut.Contains(period))
                   select (period, volume);
        }
    }
}
