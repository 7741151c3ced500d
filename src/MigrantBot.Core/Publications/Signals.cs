namespace MigrantBot.Core.Publications;

/// <summary>
/// "More of this type in this region than in the months before": read from what is published and from nothing else, so it costs no privacy and anybody can do it again.
/// </summary>
/// <remarks>
/// <para>Taken for granted: as long as nothing changes, the reports of a cell come independently and at one rate, so their number in each period is Poisson; what is published is that number with
/// the table's discrete Laplace noise, made to agree with the total, and hidden where it is small. A hidden cell counts as the most that it can have been.</para>
/// <para>A cell is a signal if it is at least <see cref="Factor"/> times its average of the periods before, and if <see cref="SignalSurprise.Bound"/> on the chance of such a rise is under
/// <see cref="FalseAlarm"/> divided by the number of cells looked at (Bonferroni, Dunn 1961). The rate is estimated from all the periods together, as if nothing had changed (the E-test of
/// Krishnamoorthy and Thomson 2004). If the table has jumped more than Poisson numbers do, the rise is divided by how much more (<see cref="SignalSurprise.Restlessness"/>, as in Farrington et al. 1996).</para>
/// <para>It does not know the season, a trend, or why more people write: a rise that comes every autumn, and a bot that has become known, are signals too. The total is never one, for it says
/// mostly how well known the bot is.</para>
/// </remarks>
public static class Signals
{
    /// <summary>Of a hundred publications in which nothing has changed, at most one carries any signal at all.</summary>
    public const double FalseAlarm = 0.01;

    /// <summary>A smaller rise is not worth a word, however certain it is.</summary>
    public const double Factor = 1.5;

    /// <summary>The oldest first, and of each publication in the order of its tables.</summary>
    /// <param name="published">All that ever were: the first month and the first quarter are compared with nothing, for the bot may have begun in the midst of them.</param>
    public static IReadOnlyList<Signal> Of(IReadOnlyList<Figures> published)
    {
        var inOrder = published.OrderBy(figures => figures.Period).ToList();
        var whole = inOrder.GroupBy(figures => figures.Period.Cadence).SelectMany(kind => kind.Skip(1)).ToDictionary(figures => figures.Period);
        return [.. inOrder.SelectMany(now => In(now, Before(now, whole)))];
    }

    static IEnumerable<Signal> In(Figures now, List<Figures> before)
    {
        if (before.Count < Fewest(now.Period.Cadence))
            return [];
        var divided = now.Tables.Where(table => table.Spec.By.Count > 0).ToList();
        var chance = FalseAlarm / divided.Sum(table => table.Cells.Count);
        return divided.SelectMany(table => In(now.Period, table, [.. before.Select(figures => figures.Tables.Single(old => old.Spec.Name == table.Spec.Name))], chance));
    }

    static IEnumerable<Signal> In(Period period, Table now, List<Table> before, double chance)
    {
        var restlessness = SignalSurprise.Restlessness(now.Spec, before);
        for (var i = 0; i < now.Cells.Count; i++)
        {
            if (now.Cells[i].Value is not { } value)
                continue;
            var high = before.Average(table => MostIn(table, i));
            if (value >= Factor * high && SignalSurprise.Bound((value - high) / restlessness, (value + (before.Count * high)) / (before.Count + 1), before.Count, now.Spec.Loss) < chance)
                yield return new(period, now.Spec.Name, now.Cells[i].Key, value, (long)before.Average(table => table.Cells[i].Value ?? 0), (long)Math.Ceiling(high), before.Count);
        }
    }

    /// <summary>A hidden cell is below what is shown, and no more than all hidden ones together.</summary>
    static long MostIn(Table table, int cell) => table.Cells[cell].Value ?? Math.Min(table.Spec.ShowFrom - 1, table.Small ?? long.MaxValue);

    /// <summary>Those directly before, without a gap and with the same tables: half a year of months, or a year of quarters, in which every season stands once.</summary>
    static List<Figures> Before(Figures now, Dictionary<Period, Figures> whole)
    {
        var before = new List<Figures>();
        for (var period = Previous(now.Period);
             before.Count < Most(now.Period.Cadence) && whole.TryGetValue(period, out var figures) && figures.Volume == now.Volume;
             period = Previous(period))
            before.Add(figures);
        return before;
    }

    static Period Previous(Period period) =>
        period.Cadence == Cadence.Month ? Period.MonthOf(period.FirstDay.AddDays(-1)) : Period.QuarterOf(period.FirstDay.AddDays(-1));

    static int Fewest(Cadence cadence) => cadence == Cadence.Month ? 3 : 2;

    static int Most(Cadence cadence) => cadence == Cadence.Month ? 6 : 4;
}
