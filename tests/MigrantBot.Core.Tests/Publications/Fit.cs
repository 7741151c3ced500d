using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>How well many draws agree with the law.</summary>
sealed class Fit(Epsilon loss, int draws)
{
    /// <summary>Bins with fewer expected draws are thrown together.</summary>
    const int LeastExpected = 20;

    readonly Dictionary<long, int> seen = [];

    internal static Fit Of(Epsilon loss, int draws, Func<long> draw)
    {
        var fit = new Fit(loss, draws);
        for (var left = draws; left > 0; left--)
        {
            var noise = draw();
            fit.seen[noise] = fit.Seen(noise) + 1;
        }

        return fit;
    }

    /// <summary>How surprising the draws are by Pearson's χ², in standard deviations of a normal variable (Wilson and Hilferty): above 6 once in 10⁹.</summary>
    internal double Surprise
    {
        get
        {
            var last = 0L;
            while (draws * Law.Of(last + 1, loss) >= LeastExpected)
                last++;
            var tail = Law.From(last + 1, loss) * draws;
            var sum = Part(seen.Where(one => one.Key > last).Sum(one => one.Value), tail) + Part(seen.Where(one => one.Key < -last).Sum(one => one.Value), tail);
            for (var noise = -last; noise <= last; noise++)
                sum += Part(Seen(noise), draws * Law.Of(noise, loss));
            var freedom = 2 * (last + 1);
            var spread = 2.0 / (9 * freedom);
            return (Math.Cbrt(sum / freedom) - (1 - spread)) / Math.Sqrt(spread);
        }
    }

    /// <summary>
    /// The largest departure, in standard deviations, of how much rarer each step from zero is than the one before (e^−ε, what the privacy rests on)
    /// and of how alike the two sides are.
    /// </summary>
    internal double WorstRatio
    {
        get
        {
            var worst = 0.0;
            for (var noise = 0L; draws * Law.Of(noise + 1, loss) >= 500; noise++)
                worst = new[] { worst, Apart(noise + 1, noise, Law.Alpha(loss)), Apart(-noise - 1, -noise, Law.Alpha(loss)), Apart(noise + 1, -noise - 1, 1) }.Max();
            return worst;
        }
    }

    int Seen(long noise) => seen.GetValueOrDefault(noise);

    double Apart(long one, long other, double ratio) =>
        Math.Abs(Seen(one) - (ratio * Seen(other))) / Math.Sqrt(Seen(one) + (ratio * ratio * Seen(other)) + 1);

    static double Part(int seen, double expected) => Math.Pow(seen - expected, 2) / expected;
}
