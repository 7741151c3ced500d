namespace MigrantBot.Core.Reporting;

/// <summary>
/// What has been answered so far. It rides in the buttons; the random <paramref name="Secret"/> decides everything that must be
/// the same on a second tap.
/// </summary>
public sealed record Draft(UInt128 Secret, Facets Facets)
{
    /// <summary>The secret does not print.</summary>
    public override string ToString() => nameof(Draft);
}
