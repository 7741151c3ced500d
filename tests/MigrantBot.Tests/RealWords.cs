using MigrantBot.Content;
using MigrantBot.Core.Awareness;
using MigrantBot.Texts;

namespace MigrantBot.Tests;

/// <summary>The words and facts of <c>locales/</c>, as the program itself loads them.</summary>
static class RealWords
{
    static readonly Lazy<Edition> Loaded = new(Load);

    public static Edition Edition => Loaded.Value;

    public static Wording Wording => Edition.Wording;

    public static Catalogue Catalogue => Edition.Catalogue;

    /// <summary>A day on which nothing is old; what age does to a screen has tests of its own.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 22);

    /// <summary>A day on which everything is past its review, and no contact is hidden yet.</summary>
    public static DateOnly AfterEveryReview { get; } = Catalogue.All.Max(dated => dated.ReviewBy).AddDays(1);

    static Edition Load()
    {
        List<Fault> faults = [];
        var edition = Edition.Load(Repository.Locales, faults);
        Findings.AreNone(faults.Select(fault => fault.ToString()));
        return edition;
    }
}
