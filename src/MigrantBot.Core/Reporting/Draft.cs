namespace MigrantBot.Core.Reporting;

/// <summary>
/// What has been answered so far. It rides in the buttons; the random <paramref name="Secret"/> decides everything that must be
/// the same on a second tap, so one secret stands for one content: whatever is answered or told anew takes a fresh one.
/// </summary>
public sealed record Draft(UInt128 Secret, Facets Facets)
{
    /// <summary>The draft with these facets; the same draft where they are the same.</summary>
    internal Draft With(Facets facets, UInt128 freshSecret) => facets == Facets ? this : new(freshSecret, facets);

    /// <summary>The secret does not print.</summary>
    public override string ToString() => nameof(Draft);
}
