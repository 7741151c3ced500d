namespace MigrantBot.Core.Reporting;

/// <summary>
/// What has been answered so far. It rides in the buttons; the random <paramref name="Secret"/> decides everything that must be
/// the same on a second tap, so one secret stands for one content: whatever is answered or told anew takes a fresh one.
/// </summary>
public sealed record Draft(UInt128 Secret, Facets Facets)
{
    /// <summary>The draft with these facets; the same draft where they are the same.</summary>
    internal Draft With(Facets facets, UInt128 freshSecret) => facets == Facets ? this : Of(facets, freshSecret);

    /// <summary>The same facets with a fresh secret.</summary>
    internal Draft Anew(UInt128 freshSecret) => Of(Facets, freshSecret);

    /// <summary>One turn has one fresh secret and offers many answers: each gets a secret of its own from it, as random as the first.</summary>
    static Draft Of(Facets facets, UInt128 freshSecret) => new(freshSecret ^ DraftCode.Bits(facets), facets);

    /// <summary>The secret does not print.</summary>
    public override string ToString() => nameof(Draft);
}
