namespace MigrantBot.Content.Checks;

/// <summary>Days of the data. Age only warns: the words were true when they were checked, and nobody's build stops overnight.</summary>
static class Age
{
    internal static IEnumerable<Finding> Find(IEnumerable<Item> items, DateOnly today) => items.SelectMany(item => Of(item, today));

    static IEnumerable<Finding> Of(Item item, DateOnly today)
    {
        var dated = item.Dated;
        if (dated.ReviewBy < today)
            yield return Finding.Warning(item, $"was to be looked at again by {dated.ReviewBy:yyyy-MM-dd}.", "look at its sources again, then change checked_on and review_by.");
        if (dated.CheckedOn > today)
            yield return Finding.Warning(item, $"was checked on {dated.CheckedOn:yyyy-MM-dd}, a day that has not come.", "write the day when you looked at its sources.");
        if (dated.ReviewBy <= dated.CheckedOn)
            yield return Finding.Error(item, $"is to be looked at again on {dated.ReviewBy:yyyy-MM-dd}, not after it was checked.", "let review_by be months after checked_on.");
    }
}
