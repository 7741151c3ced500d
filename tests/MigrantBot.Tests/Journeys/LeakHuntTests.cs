using System.Text;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Emulator;

namespace MigrantBot.Tests.Journeys;

/// <summary>After a whole report, also one on which much goes wrong, nothing on the disk and nothing printed leads to the person or opens the bot.</summary>
public sealed class LeakHuntTests
{
    const string Marker = "qarqunoqsovgʻasi";
    const string Told = $"Meni uchastkada ushlab turishdi va {Marker} deb qoʻrqitishdi, keyin qogʻozga imzo chekdirishdi.";

    static readonly string[] Categories = ["Microsoft", "Microsoft.AspNetCore", "Microsoft.Hosting", "Microsoft.Extensions", "System", "System.Net.Http", "Npgsql"];

    public static TheoryData<string, bool> Levels => new() { { "Debug", false }, { "Trace", true } };

    [Theory]
    [MemberData(nameof(Levels))]
    public async Task Nothing_on_the_disk_and_nothing_printed_leads_to_a_person(string level, bool isForced)
    {
        await using var premises = await Premises.Open(
            [("Logging__LogLevel__Default", level), .. (isForced ? Categories : []).Select(category => ($"Logging__LogLevel__{category}", level))]);
        var person = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        var draft = await Report(premises, person);
        await Chat(premises);
        await premises.Kill();

        var traces = TracesOf(premises, person).Of("the draft", draft).Of("the click", "2190000000000000").Of("the token", BotApiEmulator.Token.Split(':')[1]);
        Assert.Empty(Leaks(premises, traces));
        Assert.True(new FileInfo(Path.Combine(premises.Folder, "data/migrantbot.db-wal")).Length > 0, "The database was not looked at while it was in use.");
        Assert.Equal(isForced, premises.Log.Contains("dbug: Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.Contains("refused", premises.Log, StringComparison.Ordinal);
        Assert.Equal(2, await premises.Reports());

        await File.WriteAllTextAsync(Path.Combine(premises.Folder, "tmp/plant"), $"chat {person.Phone.Id:x}");
        Assert.Equal(["tmp/plant: the chat, hexadecimal"], Leaks(premises, traces));
    }

    /// <summary>In every file that has bytes (the runtime's sockets have none), and in all that was printed.</summary>
    static IEnumerable<string> Leaks(Premises premises, Traces traces) =>
        Directory.GetFiles(premises.Folder, "*", SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length > 0)
            .SelectMany(file => traces.In(File.ReadAllBytes(file)).Select(trace => $"{Path.GetRelativePath(premises.Folder, file)}: {trace}"))
            .Concat(premises.Printed.SelectMany(traces.In).Select(trace => $"printed: {trace}"));

    /// <summary>All that a person can send, and every way in which Telegram fails; gives what the buttons carried.</summary>
    static async Task<string> Report(Premises premises, Migrant person)
    {
        await person.Goes([.. Ways.ToHome, .. Ways.Now, Step.Press("button.home", "home.text"), .. Ways.Answering]);
        foreach (var posted in new[] { person.Phone.SendsContact(), person.Phone.SendsPhoto(Marker), person.Phone.SendsLocation(), person.Phone.Forwards(Marker) })
            await posted.Done;
        await person.Goes([Step.Write(Told, "preview.heading")]);
        premises.Telegram.Fails("editMessageText", new Fault.Refuse(400, $"Bad Request: can't parse {Marker} of {TestUser.FirstName} in chat {person.Phone.Id}"));
        premises.Telegram.Fails("answerCallbackQuery", new Fault.Gibberish());
        premises.Telegram.Fails("deleteMessages", new Fault.Refuse(400, $"Bad Request: {TestUser.Username}"));
        premises.Telegram.Fails("getUpdates", new Fault.Cut());
        var send = person.Sees.Screen.Buttons.SelectMany(row => row).Single(button => button.Label == person.Say("preview.send"));
        await person.Phone.Presses(send.Label).Done;
        return send.Data!.Split('.')[^1][..22];
    }

    static async Task Chat(Premises premises)
    {
        using var browser = new HttpClient { BaseAddress = premises.Address };
        var page = await Post(("to", "1.uz.begin.AAAAAAA"));
        page = await Post(("say", page.Split("value=\"").Select(rest => rest.Split('"')[0]).First(code => code.Contains(".words.", StringComparison.Ordinal) || code.Contains(".q.", StringComparison.Ordinal))), ("words", Told));
        var send = page.Split("value=\"").Select(rest => rest.Split('"')[0]).Single(code => code.Contains(".send.", StringComparison.Ordinal));
        Assert.Contains(Migrant.Say(Language.UzbekLatin, "sent.heading"), await Post(("to", send), ("told", Told)), StringComparison.Ordinal);

        async Task<string> Post(params (string Name, string Value)[] fields)
        {
            using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            using var answer = await browser.PostAsync(new Uri("chat", UriKind.Relative), form);
            return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    static Traces TracesOf(Premises premises, Migrant person) =>
        new Traces(("the pepper", File.ReadAllBytes(premises.Pepper)), ("the token", Encoding.UTF8.GetBytes(BotApiEmulator.Token)))
            .Of("the chat", person.Phone.Id).Of("the first name", TestUser.FirstName).Of("the last name", TestUser.LastName)
            .Of("the username", TestUser.Username).Of("the phone", TestUser.Phone).Of("the words", Marker);
}
