using MigrantBot.Content;
using MigrantBot.Core.Awareness;
using MigrantBot.Texts;

namespace MigrantBot.Tests;

/// <summary>The words and facts of <c>locales/</c>, as the program itself loads them.</summary>
static class RealWords
{
    static readonly Lazy<(Wording, Catalogue)> Loaded = new(Load);

    public static Wording Wording => Loaded.Value.Item1;

    public static Catalogue Catalogue => Loaded.Value.Item2;

    /// <summary>A day on which nothing is old; what age does to a screen has tests of its own.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 22);

    static (Wording, Catalogue) Load()
    {
        List<Fault> faults = [];
        var wording = WordingFiles.Load(Repository.Locales, faults);
        var catalogue = CatalogueFiles.Load(Repository.Locales, wording, faults);
        Findings.AreNone(faults.Select(fault => fault.ToString()));
        return (wording, catalogue);
    }
}
