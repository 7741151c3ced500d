using Microsoft.Extensions.Configuration;
using MigrantBot.Tests.Storage;
using MigrantBot.Tests.Texts;

namespace MigrantBot.Tests;

/// <summary>Nothing starts on a foundation that does not hold.</summary>
public sealed class FoundationTests : IDisposable
{
    readonly LocalesFolder locales = new();
    readonly TemporaryFolder data = new();

    public void Dispose()
    {
        locales.Dispose();
        data.Dispose();
    }

    async Task<(Foundation? Foundation, List<string> Refusals)> Lay(params (string Name, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Locales:Path"] = locales.Path,
            ["Pepper:File"] = data.File("pepper"),
            ["Database:ConnectionString"] = $"Data Source={data.File("test.db")}",
        }).AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Name, one.Value))).Build();
        List<string> refusals = [];
        return (await Foundation.Lay(configuration, refusals, CancellationToken.None), refusals);
    }

    [Fact]
    public async Task What_is_right_is_laid()
    {
        var (foundation, refusals) = await Lay();
        Findings.AreNone(refusals);
        await foundation!.Database.DisposeAsync();
    }

    [Fact]
    public async Task A_fault_in_the_words_refuses_the_start_before_anything_is_made()
    {
        var line = locales.Change("tg/screens.yaml", "copy-phone:", "copy-phone: \"📋\"");
        var (foundation, refusals) = await Lay();
        Assert.Null(foundation);
        Assert.StartsWith($"tg/screens.yaml:{line}: ", Assert.Single(refusals), StringComparison.Ordinal);
        Assert.Contains("Mend: ", refusals[0], StringComparison.Ordinal);
        Assert.False(File.Exists(data.File("test.db")));
    }

    [Fact]
    public async Task Faults_of_words_facts_and_pepper_are_said_together()
    {
        locales.Change("tg/screens.yaml", "copy-phone:", "copy-phone: \"📋\"");
        locales.Change("laws.yaml", "checked_on:", "checked_on: tomorrow");
        await File.WriteAllBytesAsync(data.File("pepper"), [1, 2, 3]);
        Assert.Equal(3, (await Lay()).Refusals.Count);
    }

    [Fact]
    public async Task A_folder_without_words_is_refused()
    {
        var (foundation, refusals) = await Lay(("Locales:Path", data.File("nowhere")));
        Assert.Null(foundation);
        Assert.NotEmpty(refusals);
    }

    [Fact]
    public async Task A_database_that_does_not_open_is_refused_without_its_password()
    {
        var (foundation, refusals) = await Lay(
            ("Database:Provider", "postgres"), ("Database:ConnectionString", "Host=127.0.0.1;Port=1;Username=a;Password=hush;Timeout=2"));
        Assert.Null(foundation);
        Assert.DoesNotContain("hush", Assert.Single(refusals), StringComparison.Ordinal);
    }
}
