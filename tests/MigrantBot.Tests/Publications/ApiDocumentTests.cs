using System.Diagnostics;
using System.Text.RegularExpressions;
using MigrantBot.Core.Publications;
using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Tests.Journeys;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Publications;

/// <summary>The examples of docs/api.md, run as they stand there by somebody who copies them, against the program itself.</summary>
public sealed partial class ApiDocumentTests : IAsyncLifetime, IDisposable
{
    static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs/api.md"));

    readonly TemporaryFolder folder = new();
    NgoKey key = null!;
    Uri address = null!;
    BotProcess program = null!;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder.File("data"));
        await using (var database = await Database.Open(new(Provider.Sqlite, $"Data Source={folder.File("data/migrantbot.db")}"), CancellationToken.None))
        {
            await Migrator.Migrate(database, CancellationToken.None);
            await Out.Publish(database, "2026-Q2", most: 30);
            await Out.Publish(database, "2026-Q3");
            await Out.Publish(database, "2026-10");
            key = await Out.Key(database, new FakeTime());
        }
        program = BotProcess.Start(folder.Root, new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Roles"] = "publications",
            ["HOME"] = folder.Root,
        });
        await program.Says("Application started");
        address = new Uri(Listening().Match(program.Log).Groups[1].Value);
    }

    [Fact]
    public async Task The_curl_example_fetches_the_newest_quarter_once()
    {
        var printed = await Run("bash", "sh", "-eu");

        Assert.Contains("first: 200", printed, StringComparison.Ordinal);
        Assert.Contains("second: 304", printed, StringComparison.Ordinal);
        Assert.Contains("\"quarter\",\"2026-Q3\",\"2026-11-15\",\"reported\",\"actor\",\"\",\"\",\"\",\"police\",\"40\",\"12\",\"yes\"", printed, StringComparison.Ordinal);
        Assert.Equal(Out.File("2026-Q3").Csv, await File.ReadAllTextAsync(folder.File("quarter.csv")));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(folder.File("migrantbot.header")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task The_Python_example_prints_every_table_of_the_newest_quarter_with_its_margins()
    {
        var printed = await Run("python3", "python");

        Assert.Contains("2026-Q3: 111 accepted reports, give or take 12", printed, StringComparison.Ordinal);
        Assert.Matches(@"police +40   28 to 52", printed);
        Assert.Matches(@"moscow / violence +40   34 to 46", printed);
        Assert.Contains("moscow / violence", printed, StringComparison.Ordinal);
        Assert.Matches(@"north-west / other +below 10", printed);
    }

    [Fact]
    public async Task The_R_example_prints_who_pressed_and_draws_it()
    {
        var printed = await Run("Rscript", "r", "--vanilla");

        Assert.Matches(@"2026-Q3 +police +40 +28 +52", printed);
        Assert.True(new FileInfo(folder.File("actors.pdf")).Length > 1000);
    }

    /// <summary>Not even where somebody sends it in an address.</summary>
    [Fact]
    public async Task The_program_logs_nothing_of_a_key()
    {
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key.Reveal());
        using (await http.GetAsync(new Uri("/api/v1/publications", UriKind.Relative)))
        using (await http.GetAsync(new Uri($"/api/v1/publications?key={key.Reveal()}", UriKind.Relative)))
        using (await http.GetAsync(new Uri($"/api/v1/{key.Reveal()}", UriKind.Relative)))
        {
            await program.Stop();
            Assert.DoesNotContain(key.Prefix, program.Log, StringComparison.Ordinal);
        }
    }

    /// <summary>A code that nobody explains is a number that nobody can read.</summary>
    [Fact]
    public void The_dictionary_explains_every_code_of_every_table()
    {
        var rows = Row().Matches(Document).Select(row => (row.Groups["table"].Value, row.Groups["code"].Value)).ToList();
        var all = Plan.Tables(Cadence.Quarter, Volume.Low).SelectMany(spec => spec.By).SelectMany(by => by.Categories.Select(code => (by.Name, code))).Distinct();
        Assert.Equal(all.Order(), rows.Order());
    }

    [Fact]
    public void It_names_every_table_error_and_column()
    {
        Findings.AreNone(Plan.Tables(Cadence.Quarter, Volume.Low).Select(spec => spec.Name)
            .Concat(new[] { ApiError.KeyInAddress, ApiError.NoKey, ApiError.WrongKey, ApiError.RevokedKey, ApiError.NotFound, ApiError.OnlyReading, ApiError.Broken, ApiError.Scope(""), ApiError.TooMany(default) }.Select(error => error.Error))
            .Concat(Out.File("2026-10").Csv.Split("\r\n")[0].Split(',').Select(column => column.Trim('"')))
            .Where(word => !Document.Contains($"`{word}`", StringComparison.Ordinal)));
    }

    async Task<string> Run(string command, string language, params string[] options)
    {
        var script = folder.File($"example.{language}");
        await File.WriteAllTextAsync(script, Assert.Single(Example().Matches(Document), block => block.Groups["language"].Value == language).Groups["text"].Value);
        var start = new ProcessStartInfo(command, [.. options, script]) { WorkingDirectory = folder.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MIGRANTBOT"] = address.ToString().TrimEnd('/');
        start.Environment["MIGRANTBOT_KEY"] = key.Reveal();
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience.Long);
        Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}:\n{await output}\n{await errors}");
        return await output;
    }

    public async Task DisposeAsync() => await program.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"^```(?<language>sh|python|r)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| (?<table>type|region|citizenship|actor) \| `(?<code>[a-z-]+)` \| .+ \| .+ \| .+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
