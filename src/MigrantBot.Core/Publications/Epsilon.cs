using System.Numerics;

namespace MigrantBot.Core.Publications;

/// <summary>A privacy loss, as an exact fraction: sums of them are proofs, not roundings.</summary>
public readonly record struct Epsilon
{
    readonly int denominator;

    public Epsilon(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var common = (int)BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / common;
        this.denominator = denominator / common;
    }

    /// <summary>What one report may lose in its whole life.</summary>
    public static Epsilon OfOneReport { get; } = new(2, 1);

    public int Numerator { get; }

    public int Denominator => denominator == 0 ? 1 : denominator;

    public static Epsilon operator +(Epsilon one, Epsilon other) => checked(
        new((one.Numerator * other.Denominator) + (other.Numerator * one.Denominator), one.Denominator * other.Denominator));

    public static bool operator <=(Epsilon one, Epsilon other) => (long)one.Numerator * other.Denominator <= (long)other.Numerator * one.Denominator;

    public static bool operator >=(Epsilon one, Epsilon other) => other <= one;

    /// <summary>Of losses that come one after the other.</summary>
    public static Epsilon Sum(IEnumerable<Epsilon> losses) => losses.Aggregate(default(Epsilon), (sum, one) => sum + one);

    public override string ToString() => Denominator == 1 ? $"{Numerator}" : $"{Numerator}/{Denominator}";
}
