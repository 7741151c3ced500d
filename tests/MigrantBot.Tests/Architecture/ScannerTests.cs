namespace MigrantBot.Tests.Architecture;

/// <summary>That the rules can fail: each example breaks one, and the breach names the file and the line.</summary>
public sealed class ScannerTests
{
    static SourceFile File(string path, params string[] lines) => new(path, ["", .. lines]);

    [Theory]
    [InlineData("src/MigrantBot.Core/Awareness/Bad.cs", "using MigrantBot.Core.Reporting;")]
    [InlineData("src/MigrantBot.Core/Awareness/Bad.cs", "    var place = new Reporting.Draft();")]
    [InlineData("src/MigrantBot.Core/Exchange/Bad.cs", "using static MigrantBot.Core.Conversation.Places;")]
    [InlineData("src/MigrantBot.Core/Moderation/Bad.cs", "using MigrantBot.Core.Exchange;")]
    [InlineData("src/MigrantBot/Channels/WebChat/Bad.cs", "using MigrantBot.Storage;")]
    [InlineData("src/MigrantBot/Channels/WebChat/Bad.cs", "using Rows = MigrantBot.Storage.Rows.SealedReport;")]
    [InlineData("src/MigrantBot/Channels/WebChat/Bad.cs", "    Storage.Database database;")]
    [InlineData("src/MigrantBot/Channels/WebChat/Bad.cs", "using MigrantBot.Channels.Telegram;")]
    [InlineData("src/MigrantBot/Channels/Terminal/Bad.cs", "using MigrantBot.Core.Reporting;")]
    [InlineData("src/MigrantBot/Console/Pages/Bad.cshtml", "@using MigrantBot.Intake")]
    [InlineData("src/MigrantBot/Sealing/Bad.cs", "using MigrantBot.Core.Exchange;")]
    [InlineData("src/MigrantBot/Storage/Bad.cs", "using MigrantBot.Intake;")]
    [InlineData("src/MigrantBot/Intake/Bad.cs", "using MigrantBot.Texts;")]
    public void A_part_that_uses_another_against_the_table_is_caught(string path, string line)
    {
        var breach = Assert.Single(ImportRules.Breaches(File(path, line)));
        Assert.StartsWith($"{path}:2: ", breach, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/MigrantBot/Content/Good.cs", "using MigrantBot.Texts;")]
    [InlineData("src/MigrantBot/Intake/Good.cs", "    Storage.Rows.Recipient reader;")]
    [InlineData("src/MigrantBot/Channels/Telegram/Good.cs", "using MigrantBot.Channels.Telegram.Api;")]
    [InlineData("src/MigrantBot/App.cs", "using MigrantBot.Storage;")]
    [InlineData("src/MigrantBot/Sealing/Good.cs", "// as MigrantBot.Storage does")]
    [InlineData("src/MigrantBot/Sealing/Good.cs", "namespace MigrantBot.Sealing;")]
    public void What_the_table_allows_is_let_through(string path, string line) => Assert.Empty(ImportRules.Breaches(File(path, line)));

    [Fact]
    public void A_new_folder_needs_a_rule() => Assert.Single(ImportRules.Breaches(File("src/MigrantBot/Helpers/Bad.cs")));

    [Theory]
    [InlineData("src/MigrantBot/Intake/Bad.cs", "using Dapper;")]
    [InlineData("src/MigrantBot/Console/Bad.cs", "using Microsoft.Data.Sqlite;")]
    [InlineData("src/MigrantBot/Console/Bad.cs", "    _ = MigrantBot.Sealing.Envelope.Open(a, b, c, d);")]
    [InlineData("src/MigrantBot/Console/Bad.cs", "    sealed record Bad(Pepper Pepper);")]
    [InlineData("src/MigrantBot/Channels/WebChat/Bad.cs", "    using var http = new HttpClient();")]
    [InlineData("src/MigrantBot/Intake/Bad.cs", "    System.Console.WriteLine(words.Reveal());")]
    [InlineData("src/MigrantBot/Intake/Bad.cs", "    var today = DateTimeOffset.UtcNow;")]
    [InlineData("src/MigrantBot.Core/Reporting/Bad.cs", "    var now = DateTime.Now;")]
    [InlineData("src/MigrantBot.Core/Reporting/Bad.cs", "    var id = Guid.NewGuid();")]
    [InlineData("src/MigrantBot.Core/Reporting/Bad.cs", "    var drawn = Random.Shared.Next();")]
    [InlineData("src/MigrantBot.Core/Reporting/Bad.cs", "    RandomNumberGenerator.Fill(secret);")]
    [InlineData("src/MigrantBot.Core/Reporting/Bad.cs", "    Task Store();")]
    [InlineData("src/MigrantBot.Core/Reporting/Bad.cs", "    static async void Store()")]
    [InlineData("src/MigrantBot.Core/Reporting/Bad.cs", "    var text = File.ReadAllText(path);")]
    [InlineData("tests/MigrantBot.Tests/Bad.cs", "    await Task" + ".Delay(100);")]
    [InlineData("tests/MigrantBot.Tests/Bad.cs", "    Thread" + ".Sleep(100);")]
    [InlineData("tests/MigrantBot.Tests/Bad.cs", "#" + "pragma warning disable CA1000")]
    public void A_word_out_of_place_is_caught(string path, string line)
    {
        var breach = Assert.Single(WordRule.All.SelectMany(rule => rule.Breaches(File(path, line))));
        Assert.StartsWith($"{path}:2: ", breach, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/MigrantBot/Storage/Good.cs", "using Dapper;")]
    [InlineData("src/MigrantBot/Health.cs", "    using var http = new HttpClient();")]
    [InlineData("src/MigrantBot/Verbs.cs", "    System.Console.WriteLine(link);")]
    [InlineData("src/MigrantBot.Core/Reporting/Good.cs", "/// <summary>No Task waits here.</summary>")]
    public void A_word_in_its_place_is_let_through(string path, string line) =>
        Assert.Empty(WordRule.All.SelectMany(rule => rule.Breaches(File(path, line))));
}
