using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

public sealed class ConsistencyTests
{
    static readonly Period July = Period.Read("2026-07")!;

    static IEnumerable<TableSpec> Specs => Plan.Tables(Cadence.Quarter, Volume.Low);

    [Fact]
    public void A_table_weighs_as_much_as_its_sum_varies_little()
    {
        foreach (var spec in Specs)
            Assert.Equal(54e6 / (spec.Keys.Count * Law.Variance(spec.Loss)), Weights.Of(spec), 54.0 / spec.Keys.Count);
        Assert.All(Specs, spec => Assert.Equal(0, 54 % spec.Keys.Count));
        var month = 1 / Plan.Tables(Cadence.Month, Volume.Normal).Sum(spec => 1 / (spec.Keys.Count * Law.Variance(spec.Loss)));
        Assert.Equal(54e6 / (3 * month), Weights.OfMonths, 30.0);
    }

    [Fact]
    public void The_total_is_the_weighted_mean_of_all_sums()
    {
        var tables = Tables(Cadence.Month, Volume.Normal, 100, 130, 90);
        var weights = tables.Select(table => (double)Weights.Of(table.Spec)).ToList();
        Assert.Equal(Math.Round(((100 * weights[0]) + (130 * weights[1]) + (90 * weights[2])) / weights.Sum()), Consistency.Total(July, tables, []));
    }

    [Fact]
    public void Three_published_months_join_the_total_of_their_quarter_fewer_do_not()
    {
        var tables = Tables(Cadence.Quarter, Volume.Normal, 300, 300, 300);
        Figures[] months = [Month("2026-07", 110), Month("2026-08", 120), Month("2026-09", 130)];
        Assert.Equal(300, Consistency.Total(July.Quarter, tables, months[..2]));
        Assert.Equal(300, Consistency.Total(July.Quarter, tables, [months[0], months[1], Month("2026-10", 130), months[1]]));
        var own = tables.Sum(table => (double)Weights.Of(table.Spec));
        Assert.Equal(Math.Round(((300 * own) + (360.0 * Weights.OfMonths)) / (own + Weights.OfMonths)), Consistency.Total(July.Quarter, tables, months));
    }

    [Fact]
    public void A_total_is_never_negative_and_rounds_to_the_nearest()
    {
        Assert.Equal(0, Consistency.Total(July, Tables(Cadence.Month, Volume.Normal, -3, -40, -5), []));
        Assert.Equal(0, Consistency.Total(July, Tables(Cadence.Month, Volume.Normal, 0, 0, 0), []));
        Assert.Equal(7, Consistency.Total(July, Tables(Cadence.Month, Volume.Normal, 7, 7, 7), []));
        Assert.Throws<OverflowException>(() => Consistency.Total(July, Tables(Cadence.Month, Volume.Normal, long.MaxValue / 2, 0, 0), []));
    }

    [Fact]
    public void What_is_projected_is_nearest_of_all_that_sums_up_and_is_not_negative()
    {
        var chance = Chances.Seeded(5);
        for (var trial = 0; trial < 5000; trial++)
        {
            var noisy = Enumerable.Range(0, 1 + (int)chance(9)).Select(_ => chance(61) - 20).ToList();
            var total = chance(120);
            var projected = Consistency.Project(noisy, total, chance);
            var real = Nearest(noisy, total);
            Assert.Equal(total, projected.Sum());
            Assert.All(projected, value => Assert.True(value >= 0));
            Assert.All(projected.Zip(real), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 1, "A whole number lies further than rounding from where it should."));
        }
    }

    [Fact]
    public void Nothing_is_left_where_the_total_is_nothing() =>
        Assert.Equal([0, 0, 0], Consistency.Project([5, -2, 7], 0, Chances.Seeded(6)));

    [Fact]
    public void What_agrees_already_is_not_moved() =>
        Assert.Equal([5, 0, 7], Consistency.Project([5, 0, 7], 12, Chances.Seeded(7)));

    /// <summary>A fixed order would add up to one report each month to the first category, for ever.</summary>
    [Fact]
    public void Rounding_favours_no_category()
    {
        var chance = Chances.Seeded(8);
        var up = new long[6];
        for (var trial = 0; trial < 60_000; trial++)
        {
            var projected = Consistency.Project([20, 20, 20, 20, 20, 20], 122, chance);
            for (var cell = 0; cell < 6; cell++)
                up[cell] += projected[cell] - 20;
        }

        Assert.All(up, times => Assert.InRange(times, 19_500, 20_500));
    }

    /// <summary>The projection onto numbers that are not negative and sum up to the total, by bisection.</summary>
    static IEnumerable<double> Nearest(IReadOnlyList<long> noisy, long total)
    {
        var (low, high) = (-1000.0, 1000.0);
        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = noisy.Sum(value => Math.Max(0, value - middle)) > total ? (middle, high) : (low, middle);
        }

        return noisy.Select(value => Math.Max(0, value - low));
    }

    /// <summary>The tables of a publication with these sums, all in the first cell.</summary>
    static List<NoisyTable> Tables(Cadence cadence, Volume volume, params long[] sums) =>
        [.. Plan.Tables(cadence, volume).Zip(sums, (spec, sum) => new NoisyTable(spec, [sum, .. new long[spec.Keys.Count - 1]]))];

    static Figures Month(string period, long total) => new(Period.Read(period)!, Volume.Normal, total, []);
}
