namespace MigrantBot.Core.Publications;

/// <summary>How far chance and noise alone carry a published number from the average of those before. It sees only what is published, so floating point gives nothing away.</summary>
public static class SignalSurprise
{
    /// <summary>Halvings of the range in which the best bound lies: enough for every digit of it that matters.</summary>
    const int Steps = 60;

    /// <summary>
    /// At most so likely is it that a number lies <paramref name="rise"/> or more above the average of <paramref name="periods"/> others, if all are Poisson of one <paramref name="rate"/> with
    /// discrete Laplace noise of loss <paramref name="loss"/>: the bound of Chernoff (1952), the least of E exp(θ·difference) / exp(θ·rise) over θ.
    /// </summary>
    public static double Bound(double rise, double rate, int periods, Epsilon loss)
    {
        var (low, high) = (0.0, Of(loss));
        for (var step = 0; step < Steps; step++)
        {
            var middle = (low + high) / 2;
            if (Slope(middle, rate, periods, loss) < rise)
                low = middle;
            else
                high = middle;
        }
        return Math.Exp(Math.Min(0, Logarithm(low, rate, periods, loss) - (low * rise)));
    }

    /// <summary>
    /// By which factor the numbers of a table strayed from their averages, compared with what chance and noise explain; 1 if not by more. The root of Pearson's statistic for each degree of freedom
    /// over all cells that were always shown: when numbers have always jumped, a jump is no news.
    /// </summary>
    public static double Restlessness(TableSpec spec, IReadOnlyList<Table> tables)
    {
        var shown = Enumerable.Range(0, spec.Keys.Count)
            .Select(cell => tables.Select(table => table.Cells[cell].Value).OfType<long>().ToList())
            .Where(values => values.Count == tables.Count)
            .ToList();
        return shown.Count == 0 ? 1 : Math.Sqrt(Math.Max(1, shown.Sum(values => Strayed(values, Variance(spec.Loss))) / (shown.Count * (tables.Count - 1))));
    }

    static double Strayed(List<long> values, double noise)
    {
        var average = values.Average();
        return values.Sum(value => (value - average) * (value - average)) / (average + noise);
    }

    /// <summary>Log E exp(θ·difference): one period up, <paramref name="periods"/> down by their share.</summary>
    static double Logarithm(double theta, double rate, int periods, Epsilon loss) =>
        (rate * (Math.Exp(theta) - 1)) + Noise(theta, loss) + (periods * ((rate * (Math.Exp(-theta / periods) - 1)) + Noise(theta / periods, loss)));

    /// <summary>Its derivative, which rises: where it meets the rise, the bound is best.</summary>
    static double Slope(double theta, double rate, int periods, Epsilon loss) =>
        (rate * Math.Exp(theta)) + NoiseSlope(theta, loss) - (rate * Math.Exp(-theta / periods)) + NoiseSlope(theta / periods, loss);

    /// <summary>Log E exp(θ·noise) of the discrete Laplace distribution.</summary>
    static double Noise(double theta, Epsilon loss)
    {
        var alpha = Math.Exp(-Of(loss));
        return (2 * Math.Log(1 - alpha)) - Math.Log(1 - (alpha * Math.Exp(theta))) - Math.Log(1 - (alpha * Math.Exp(-theta)));
    }

    static double NoiseSlope(double theta, Epsilon loss)
    {
        var alpha = Math.Exp(-Of(loss));
        var (up, down) = (alpha * Math.Exp(theta), alpha * Math.Exp(-theta));
        return (up / (1 - up)) - (down / (1 - down));
    }

    static double Variance(Epsilon loss)
    {
        var alpha = Math.Exp(-Of(loss));
        return 2 * alpha / ((1 - alpha) * (1 - alpha));
    }

    static double Of(Epsilon loss) => (double)loss.Numerator / loss.Denominator;
}
