using MigrantBot.Core.Exchange;

namespace MigrantBot.Content.Checks;

/// <summary>Days of the data. Age only warns: the words were true when they were checked, and nobody's build stops overnight.</summary>
static class Age
{
    /// <summary>Two years. A slip of the hand (2072) would show something as fresh for a life.</summary>
    const int MostDays = 731;

    internal static IEnumerable<Finding> Find(IEnumerable<Item> items, DateOnly today) => items.SelectMany(item => Of(item, today));

    static IEnumerable<Finding> Of(Item item, DateOnly today)
    {
        var dated = item.Dated;
        // A day that could not be read has been told.
        if (dated.CheckedOn == default || dated.ReviewBy == default)
            yield break;
        if (dated.ReviewBy < today)
            yield return Finding.Warning(item, $"was to be looked at again by {dated.ReviewBy:yyyy-MM-dd}.", "look at its sources again, then change checked_on and review_by.");
        if (dated.CheckedOn > today)
            yield return Finding.Warning(item, $"was checked on {dated.CheckedOn:yyyy-MM-dd}, a day that has not come.", "write the day when you looked at its sources.");
        if (dated.ReviewBy <= dated.CheckedOn)
            yield return Finding.Error(item, $"is to be looked at again on {dated.ReviewBy:yyyy-MM-dd}, not after it was checked.", "let review_by be months after checked_on.");
        if (dated.ReviewBy.DayNumber - dated.CheckedOn.DayNumber > MostDays)
            yield return Finding.Error(item, $"is to be looked at again on {dated.ReviewBy:yyyy-MM-dd}, years after it was checked.", "let review_by be months after checked_on.");
        foreach (var month in dated.Sources.Select(source => source.Published).OfType<Argument.Month>().Where(month => (month.Year, month.Number).CompareTo((dated.CheckedOn.Year, dated.CheckedOn.Month)) > 0))
            yield return Finding.Error(item, $"has a source of {month.Number:00}.{month.Year}, published after the item was checked.", "mend   published:   of the source, or checked_on.");
    }
}
