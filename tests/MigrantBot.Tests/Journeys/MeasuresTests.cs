using System.Text;
using Dapper;
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
        var untouched = await Content();

        foreach (var step in (IReadOnlyList<Step>)[.. Ways.ToHome, .. Ways.Learning, .. Ways.Now, Step.Press("button.home", "home.text"), .. Ways.Answering, .. Ways.Sending])
        {
            var calls = premises.Telegram.CallsFromNow();
            await person.Goes([step]);
            // The bot introduces itself at its start; that belongs to nobody's turn.
            var turn = calls().Where(call => call.Chat == person.Phone.Id || call.Method == "answerCallbackQuery").ToList();
            var isTyped = step.Does is "/start" or "(writes)";
            Assert.True(turn.Count <= (isTyped ? 3 : 2), $"“{step.Does}” costs {string.Join(", ", turn)}");
            var isSent = step.Does == "preview.send";
            Assert.True(isSent == (await Content() != untouched), $"“{step.Does}” {(isSent ? "wrote nothing" : "wrote")}.");
        }
        Assert.Equal(0, premises.Telegram.UnansweredClicks);
        output.WriteLine($"After a whole journey: {premises.Running.Memory}");

        // What the process writes for itself after its start (the first night, the marks of the house) belongs to nobody's turn.
        async Task<string> Content()
        {
            var content = new StringBuilder();
            foreach (var table in await beside.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('housekeeping', 'house')"))
                foreach (IDictionary<string, object?> row in await beside.QueryAsync($"SELECT * FROM {table}"))
                    content.AppendLine($"{table}: {string.Join(' ', row.Values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : value))}");
            return content.ToString();
        }
    }
}
