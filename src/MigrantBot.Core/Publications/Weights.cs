namespace MigrantBot.Core.Publications;

/// <summary>How much each estimate of one total says about it: the inverse of its variance, fixed in public and written out as whole numbers.</summary>
public static class Weights
{
    /// <summary>A number that every table's count of cells divides.</summary>
    const long Cells = 54;

    /// <summary>Of the sum of a table's noisy cells.</summary>
    public static long Of(TableSpec table) => Cells * OfOneCell(table.Loss) / table.Keys.Count;

    /// <summary>Of the sum of three published totals of months.</summary>
    public static long OfMonths { get; } = Plan.Tables(Cadence.Month, Volume.Normal).Sum(Of) / 3;

    /// <summary>A million divided by the variance of the noise, which is 1 / (cosh ε − 1).</summary>
    static long OfOneCell(Epsilon loss) => (loss.Numerator, loss.Denominator) switch
    {
        (1, 5) => 20_067,
        (1, 4) => 31_413,
        (2, 5) => 81_072,
        (1, 2) => 127_626,
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "Write down what a cell with this loss weighs."),
    };
}
