using Microsoft.Data.Sqlite;
using MigrantBot.Core.Exchange;
using Xunit.Abstractions;

namespace MigrantBot.Tests.Journeys;

/// <summary>What a report may cost, counted and not timed.</summary>
public sealed class MeasuresTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_click_costs_two_calls_a_text_three_and_only_sending_writes_to_the_database()
    {
        await using var premises = await Premises.Open();
        var person = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await using var beside = new SqliteConnection($"Data Source={Path.Combine(premises.Folder, "data/migrantbot.db")};Pooling=False");
        await beside.OpenAsync();
        var untouched = await Version();

        foreach (var step in (IReadOnlyList<Step>)[.. Ways.ToHome, .. Ways.Learning, .. Ways.Now, Step.Press("button.home", "home.text"), .. Ways.Answering, .. Ways.Sending])
        {
            var calls = premises.Telegram.CallsFromNow();
            await person.Goes([step]);
            // The bot introduces itself at its start; that belongs to nobody's turn.
            var turn = calls().Where(call => call.Chat == person.Phone.Id || call.Method == "answerCallbackQuery").ToList();
            var isTyped = step.Does is "/start" or "(writes)";
            Assert.True(turn.Count <= (isTyped ? 3 : 2), $"“{step.Does}” costs {string.Join(", ", turn)}");
            var isSent = step.Does == "preview.send";
            Assert.True(isSent == (await Version() != untouched), $"“{step.Does}” {(isSent ? "wrote nothing" : "wrote")}.");
        }
        Assert.Equal(0, premises.Telegram.UnansweredClicks);
        output.WriteLine($"After a whole journey: {premises.Running.Memory}");

        // Changes when another connection has committed to the file.
        async Task<long> Version()
        {
            await using var command = beside.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }
}
