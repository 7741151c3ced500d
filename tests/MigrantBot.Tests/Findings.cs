namespace MigrantBot.Tests;

/// <summary>Says everything that is wrong at once, so that it can be mended in one go.</summary>
static class Findings
{
    public static void AreNone(IEnumerable<string> findings)
    {
        var all = findings.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all.Prepend($"{all.Count} found:")));
    }
}
