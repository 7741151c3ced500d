namespace MigrantBot.Core.Publications;

/// <summary>A table after the noise and before anything was made to agree: what the proof of privacy is about. May be negative.</summary>
public sealed record NoisyTable(TableSpec Spec, IReadOnlyList<long> Values)
{
    public long Sum { get; } = Values.Sum();
}

/// <summary>The one step that sees exact counts. Whatever is made of its answer costs no privacy.</summary>
public static class Noise
{
    /// <summary>Every cell of every table of the plan, each with noise of its own, the empty ones too.</summary>
    public static IReadOnlyList<NoisyTable> Over(Period period, Volume volume, IEnumerable<Tally> tallies, Chance chance)
    {
        var specs = Plan.Tables(period.Cadence, volume);
        if (specs.Count == 0)
            throw new ArgumentException($"The plan publishes nothing for {period} in low volume: ask the calendar what is due.", nameof(period));
        var counts = Counted(specs, period, tallies);
        return [.. specs.Select((spec, table) => new NoisyTable(spec, [.. counts[table].Select(count => checked(count + DiscreteLaplace.Draw(spec.Loss, chance)))]))];
    }

    static long[][] Counted(IReadOnlyList<TableSpec> specs, Period period, IEnumerable<Tally> tallies)
    {
        var months = period.Months;
        var counts = specs.Select(spec => new long[spec.Keys.Count]).ToArray();
        foreach (var tally in tallies)
        {
            if (!months.Contains(tally.Month) || tally.Reports < 0)
                throw new ArgumentException($"A tally of {tally.Month} cannot be counted in {period}: hand in those of its months only, none of them negative.", nameof(tallies));
            for (var table = 0; table < specs.Count; table++)
                checked { counts[table][Place(specs[table], tally)] += tally.Reports; }
        }

        return counts;
    }

    /// <summary>Where among <see cref="TableSpec.Keys"/> the tally stands.</summary>
    static int Place(TableSpec spec, Tally tally)
    {
        var place = 0;
        foreach (var dimension in spec.By)
            place = (place * dimension.Categories.Count) + Category(dimension, tally);
        return place;
    }

    static int Category(Dimension dimension, Tally tally) => dimension.Name switch
    {
        "region" => (int)tally.Region,
        "type" => (int)tally.Type,
        "citizenship" => (int)tally.Citizenship,
        "actor" => (int)tally.Actor,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension.Name, "Say which part of a tally this dimension is."),
    };
}
