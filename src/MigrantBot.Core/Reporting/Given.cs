namespace MigrantBot.Core.Reporting;

/// <summary>What this feature may know of the world in one turn.</summary>
/// <param name="FreshSecret">128 random bits, never given before.</param>
/// <param name="ReceiptOf">The receipt of a draft's secret.</param>
/// <param name="Found">What there is under the receipt of the place; null where none was asked for.</param>
/// <param name="IsSealed">True where the words have come sealed.</param>
public sealed record Given(UInt128 FreshSecret, Func<UInt128, Receipt> ReceiptOf, Found? Found, bool IsSealed)
{
    /// <summary>The secret does not print.</summary>
    public override string ToString() => nameof(Given);
}
