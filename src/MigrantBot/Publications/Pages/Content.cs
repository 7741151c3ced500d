using MigrantBot.Core.Publications;

namespace MigrantBot.Publications.Pages;

/// <summary>A publication that has appeared; one that was invented says so wherever it is shown.</summary>
/// <param name="Figures">Its numbers.</param>
/// <param name="On">The day.</param>
/// <param name="IsInvented">In a trial.</param>
/// <param name="Sha256">Of its JSON file: by this it is known for ever.</param>
sealed record Appeared(Figures Figures, DateOnly On, bool IsInvented, string Sha256)
{
    public Period Period => Figures.Period;

    /// <summary>One of its tables, by its name; null where this publication has none of that name.</summary>
    public Table? Table(TableSpec spec) => Figures.Tables.FirstOrDefault(table => table.Spec.Name == spec.Name);
}

/// <summary>What was wrong with a publication, said in words: the numbers stay.</summary>
sealed record Correction(Period Period, DateOnly Day, string English, string Russian);

/// <summary>All that the page tells.</summary>
/// <param name="All">What has appeared, the oldest first.</param>
/// <param name="Signals">Of any of them.</param>
/// <param name="Corrections">Of any of them, the oldest first.</param>
/// <param name="IsInvented">A trial: none of it is true.</param>
/// <param name="FirstDue">When the first is due, while there is none; null where that is not known yet.</param>
sealed record Content(IReadOnlyList<Appeared> All, IReadOnlyList<Signal> Signals, IReadOnlyList<Correction> Corrections, bool IsInvented, DateOnly? FirstDue)
{
    public Appeared? NewestMonth => Newest(Cadence.Month);

    public Appeared? NewestQuarter => Newest(Cadence.Quarter);

    /// <summary>The newest with numbers by region and by type: the month, unless the newest quarter appeared by itself.</summary>
    public Appeared? Newest() => AreQuartersOnly ? NewestQuarter : NewestMonth;

    /// <summary>The newest quarter followed the plan for few reports, and no month came after it.</summary>
    public bool AreQuartersOnly => NewestQuarter is { Figures.Volume: Volume.Low } quarter && (NewestMonth is not { } month || month.Period < quarter.Period);

    /// <summary>Totals of one kind of period, without mixing long ones and short ones.</summary>
    public IReadOnlyList<Appeared> Trend => [.. All.Where(one => one.Period.Cadence == (AreQuartersOnly ? Cadence.Quarter : Cadence.Month))];

    /// <summary>The one before it of the same kind, if it follows on it.</summary>
    public Appeared? Before(Appeared one) => All.FirstOrDefault(other => other.Period.Next == one.Period);

    /// <summary>Of its total. No month appears after its quarter, so those that are here are those that joined it.</summary>
    public int MarginOf(Appeared one) =>
        Plan.MarginOfTotal(one.Period.Cadence, one.Figures.Volume, one.Period.Months.All(month => All.Any(other => other.Period == month)));

    /// <summary>Of what the page begins with.</summary>
    public IReadOnlyList<Signal> NewestSignals => [.. Signals.Where(signal => signal.Period == NewestMonth?.Period || signal.Period == NewestQuarter?.Period)];

    Appeared? Newest(Cadence cadence) => All.LastOrDefault(one => one.Period.Cadence == cadence);
}
