namespace MigrantBot.Tests;

/// <summary>The clone that these tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    public static string Locales => Path.Combine(Root, "locales");

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MigrantBot.sln")))
                return folder.FullName;
        throw new InvalidOperationException("MigrantBot.sln is not above the tests: run them inside the clone.");
    }
}
