using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>Many quarters of invented reports, published by the real drawing, beside the truth.</summary>
sealed class Simulation
{
    static readonly Period Quarter = Period.Read("2026-Q3")!;

    readonly Dictionary<string, Errors> errors = [];

    /// <summary>How often the largest region and the largest type were named rightly.</summary>
    readonly List<bool> rights = [];

    internal static Simulation Of(Volume volume, int reportsOfMonth, int runs, ulong seed)
    {
        var simulation = new Simulation();
        var country = new Country(Chances.Seeded(seed));
        for (var run = 0; run < runs; run++)
        {
            var months = Quarter.Months.Select(month => (Period: month, Tallies: country.Month(month, reportsOfMonth))).ToList();
            var published = new List<Figures>();
            if (volume == Volume.Normal)
                foreach (var (period, tallies) in months)
                    published.Add(simulation.Publish(period, volume, tallies, [], SeedOf(seed, run, period.Number)));
            simulation.Publish(Quarter, volume, [.. months.SelectMany(month => month.Tallies)], published, SeedOf(seed, run, 0));
        }

        return simulation;
    }

    internal Errors Of(params TableSpec[] specs) => errors[string.Join('+', specs.Select(spec => spec.Name))];

    internal Errors OfQuarterTotal => errors["quarter"];

    internal double LargestNamed => (double)rights.Count(right => right) / rights.Count;

    /// <summary>Draws, and draws once more by the same chance up to the values before small ones are hidden: both must say the same.</summary>
    Figures Publish(Period period, Volume volume, IReadOnlyList<Tally> tallies, IReadOnlyList<Figures> months, ulong seed)
    {
        var figures = Drawing.Draw(period, volume, tallies, months, Chances.Seeded(seed));
        var chance = Chances.Seeded(seed);
        var (total, tables) = Consistency.Agree(period, Noise.Over(period, volume, tallies, chance), months, chance);
        Assert.Equal(total, figures.Total);
        foreach (var (agreed, table) in tables.Zip(figures.Tables))
        {
            var exact = Exact.Of(agreed.Spec, tallies);
            for (var cell = 0; cell < exact.Count; cell++)
            {
                var shown = table.Cells[cell].Value;
                Assert.True(shown is null || shown == agreed.Values[cell]);
                foreach (var name in Names(agreed.Spec))
                    ErrorsOf(name).Add(exact[cell], agreed.Values[cell], shown is not null);
            }

            if (agreed.Spec == Plan.Region || agreed.Spec == Plan.Type)
                rights.Add(exact[Largest(agreed.Values)] == exact.Max());
        }

        if (period.Cadence == Cadence.Quarter)
            ErrorsOf("quarter").Add(tallies.Sum(tally => tally.Reports), total, true);
        return figures;
    }

    Errors ErrorsOf(string name) => errors.TryGetValue(name, out var known) ? known : errors[name] = new();

    static IEnumerable<string> Names(TableSpec spec) => spec.Name switch
    {
        "region" or "type" => [spec.Name, "region+type"],
        "citizenship" or "actor" => [spec.Name, "citizenship+actor"],
        _ => [spec.Name],
    };

    static int Largest(IReadOnlyList<long> values) => values.Index().MaxBy(one => one.Item).Index;

    static ulong SeedOf(ulong seed, int run, int part) => (seed << 40) + ((ulong)run << 8) + (ulong)part;
}
