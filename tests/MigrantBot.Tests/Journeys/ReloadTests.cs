using System.Text.Json;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Storage;
using MigrantBot.Tests.Texts;

namespace MigrantBot.Tests.Journeys;

/// <summary>A lawyer or translator at work, with the program as <c>dotnet run</c> starts it.</summary>
public sealed class ReloadTests
{
    const string FolderOfWords = "DOTNET_Locales__Path";

    static readonly string Home = RealWords.Wording.Say(Language.English, "home.text");

    /// <summary>What <c>dotnet run</c> adds to the environment; lower in rank than the same settings without the prefix.</summary>
    static Dictionary<string, string> LaunchSettings()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src/MigrantBot/Properties/launchSettings.json")));
        return file.RootElement.GetProperty("profiles").EnumerateObject().Single().Value.GetProperty("environmentVariables").Deserialize<Dictionary<string, string>>()!;
    }

    [Fact]
    public void Dotnet_run_reads_the_words_of_the_clone_and_leaves_everything_else_as_it_is()
    {
        var settings = LaunchSettings();
        Assert.Equal([FolderOfWords, "DOTNET_Locales__Reload"], settings.Keys.Order());
        Assert.Equal(Repository.Locales, Path.GetFullPath(settings[FolderOfWords], Path.Combine(Repository.Root, "src/MigrantBot")));
    }

    [Fact]
    public async Task A_saved_sentence_is_on_the_next_page_and_a_fault_is_in_the_log_and_on_no_page()
    {
        using var locales = new LocalesFolder();
        using var folder = new TemporaryFolder();
        var settings = LaunchSettings();
        settings[FolderOfWords] = locales.Path;
        settings["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Premises.FreePort()}";
        settings["HOME"] = folder.Root;
        await using var running = BotProcess.Start(folder.Root, settings);
        await running.Says("The web chat is at");
        using var http = new HttpClient { BaseAddress = new Uri(settings["ASPNETCORE_URLS"]) };
        Assert.Contains(Home, await http.GetStringAsync("/en"), StringComparison.Ordinal);

        locales.Replace("en/screens.yaml", Home, "Said anew.");
        Assert.Contains("Said anew.", await http.GetStringAsync("/en"), StringComparison.Ordinal);

        var line = locales.Change("en/screens.yaml", "text: \"Said anew.\"", "text: Said: badly");
        var page = await http.GetStringAsync("/en");
        Assert.Contains("Said anew.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Mend: ", page, StringComparison.Ordinal);
        await running.Says($"stay in use: en/screens.yaml:{line}: This is not YAML");
    }

    [Fact]
    public async Task The_operators_own_settings_go_before_those_of_dotnet_run()
    {
        using var locales = new LocalesFolder();
        using var folder = new TemporaryFolder();
        var settings = LaunchSettings();
        settings["Locales__Path"] = locales.Path;
        settings["Locales__Reload"] = "false";
        settings["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Premises.FreePort()}";
        settings["HOME"] = folder.Root;
        await using var running = BotProcess.Start(folder.Root, settings);
        await running.Says("The web chat is at");
        using var http = new HttpClient { BaseAddress = new Uri(settings["ASPNETCORE_URLS"]) };

        locales.Replace("en/screens.yaml", Home, "Said anew.");
        Assert.Contains(Home, await http.GetStringAsync("/en"), StringComparison.Ordinal);
    }
}
