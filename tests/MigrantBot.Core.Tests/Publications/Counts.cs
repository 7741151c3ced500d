using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>How many reports come: Poisson where they come independently, negative binomial where their variance is <paramref name="spread"/> times their mean, as where one event brings several.</summary>
sealed class Counts(double mean, double spread = 1)
{
    readonly double[] upTo = Summed(Table(mean, spread));

    internal long Draw(Chance chance)
    {
        var place = Array.BinarySearch(upTo, (chance(1L << 52) + 0.5) / (1L << 52));
        return Math.Min(place < 0 ? ~place : place, upTo.Length - 1);
    }

    /// <summary>The probability of each number from 0, as far as any counts.</summary>
    internal static double[] Table(double mean, double spread)
    {
        if (mean == 0)
            return [1];
        var table = new double[(int)(mean + (12 * Math.Sqrt(mean * spread)) + (40 * spread))];
        var size = mean / (spread - 1);
        var logarithm = spread == 1 ? -mean : -size * Math.Log(spread);
        for (var count = 0; count < table.Length; count++)
        {
            table[count] = Math.Exp(logarithm);
            logarithm += Math.Log((spread == 1 ? mean : (count + size) * (spread - 1) / spread) / (count + 1));
        }
        return table;
    }

    static double[] Summed(double[] table)
    {
        var sum = 0.0;
        return [.. table.Select(probability => sum += probability)];
    }
}
