namespace MigrantBot.Core.Tests.Publications;

/// <summary>Whether two worlds differ by more than a bound.</summary>
static class Histograms
{
    /// <summary>Standard deviations that are put down to luck.</summary>
    const double Luck = 4;

    /// <summary>Every outcome, everything up to it and everything from it on is at most e^loss times as frequent in one as in the other; luck taken off.</summary>
    internal static bool AreWithin(double loss, IReadOnlyDictionary<long, int> one, IReadOnlyDictionary<long, int> other)
    {
        var values = one.Keys.Union(other.Keys).Order().ToList();
        var (allOne, allOther) = (one.Values.Sum(), other.Values.Sum());
        var (upToOne, upToOther) = (0, 0);
        foreach (var value in values)
        {
            var (thisOne, thisOther) = (one.GetValueOrDefault(value), other.GetValueOrDefault(value));
            (upToOne, upToOther) = (upToOne + thisOne, upToOther + thisOther);
            if (!IsWithin(loss, thisOne, thisOther) || !IsWithin(loss, upToOne, upToOther) || !IsWithin(loss, allOne - upToOne, allOther - upToOther))
                return false;
        }

        return true;
    }

    /// <summary>Of two counts in equally many runs.</summary>
    internal static bool IsWithin(double loss, int one, int other)
    {
        var most = Math.Exp(loss);
        return one <= (most * other) + (Luck * Math.Sqrt(one + (most * most * other) + 1)) && other <= (most * one) + (Luck * Math.Sqrt(other + (most * most * one) + 1));
    }
}
