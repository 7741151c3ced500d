namespace MigrantBot.Core.Tests.Publications;

/// <summary>How often each published number was seen in either world, learned from as many years as one likes.</summary>
sealed class Habits
{
    readonly List<(Dictionary<long, int> Without, Dictionary<long, int> With)> histograms = [];

    internal Habits(IEnumerable<IReadOnlyList<long>> without, IEnumerable<IReadOnlyList<long>> with)
    {
        Learn(without, histogram => histogram.Without);
        Learn(with, histogram => histogram.With);
    }

    /// <summary>The logarithm of how much likelier what was seen is with the report, each number taken by itself.</summary>
    internal double Evidence(IReadOnlyList<long> seen) => seen.Zip(histograms, (value, histogram) =>
        Math.Log((Near(histogram.With, value) + 1) / (Near(histogram.Without, value) + 1))).Sum();

    void Learn(IEnumerable<IReadOnlyList<long>> years, Func<(Dictionary<long, int> Without, Dictionary<long, int> With), Dictionary<long, int>> into)
    {
        foreach (var seen in years)
            foreach (var (place, value) in seen.Index())
            {
                if (place == histograms.Count)
                    histograms.Add(([], []));
                var histogram = into(histograms[place]);
                histogram[value] = histogram.GetValueOrDefault(value) + 1;
            }
    }

    /// <summary>A number is seldom; its neighbours help a little.</summary>
    static double Near(Dictionary<long, int> histogram, long value) =>
        histogram.GetValueOrDefault(value) + ((histogram.GetValueOrDefault(value - 1) + histogram.GetValueOrDefault(value + 1)) / 3.0);
}
