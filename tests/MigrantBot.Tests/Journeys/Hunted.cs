using System.Text;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Emulator;

namespace MigrantBot.Tests.Journeys;

/// <summary>A whole report of somebody with names and numbers that can be found again, by Telegram and by the web chat, and what to look for after it.</summary>
static class Hunted
{
    public const string Marker = "qarqunoqsovgʻasi";
    public const string Told = $"Meni uchastkada ushlab turishdi va {Marker} deb qoʻrqitishdi, keyin qogʻozga imzo chekdirishdi.";

    /// <summary>All that a person can send, up to the words that are not yet sent.</summary>
    public static async Task Tells(Migrant person)
    {
        await person.Goes([.. Ways.ToHome, .. Ways.Now, Step.Press("button.home", "home.text"), .. Ways.Answering]);
        foreach (var posted in new[] { person.Phone.SendsContact(), person.Phone.SendsPhoto(Marker), person.Phone.SendsLocation(), person.Phone.Forwards(Marker) })
            await posted.Done;
        await person.Goes([Step.Write(Told, "preview.heading")]);
    }

    /// <summary>The words are sent, the receipt is written down and used once, and Telegram fails in every way. Gives more to look for.</summary>
    public static async Task Sends(Premises premises, Migrant person, Traces traces)
    {
        premises.Telegram.Fails("editMessageText", new Fault.Refuse(400, $"Bad Request: can't parse {Marker} of {TestUser.FirstName} in chat {person.Phone.Id}"));
        premises.Telegram.Fails("answerCallbackQuery", new Fault.Gibberish());
        premises.Telegram.Fails("deleteMessages", new Fault.Refuse(400, $"Bad Request: {TestUser.Username}"));
        premises.Telegram.Fails("getUpdates", new Fault.Cut());
        var draft = person.Sees.Screen.Buttons.SelectMany(row => row).Single(button => button.Label == person.Say("preview.send-receipt")).Data!.Split('.')[^1][..22];
        await person.Goes([Step.Press("preview.send-receipt", "paper.heading")]);
        var spoiler = Assert.Single(person.Sees.Screen.Entities, entity => entity.Type == "spoiler");
        var grouped = person.Sees.Text.Substring(spoiler.Offset, spoiler.Length);
        await person.Goes(
        [
            Step.Press("paper.written", "copied.question"), Step.Write(grouped, "sent.heading"),
            Step.Press("button.home", "home.text"), Step.Write(grouped.Replace(" ", "-", StringComparison.Ordinal), "mine.heading"),
            Step.Press("mine.finish", "sent.heading"),
        ]);
        traces.Of("the draft", draft).Of("the draft", Convert.FromBase64String($"{draft[..20].Replace('-', '+').Replace('_', '/')}"))
            .Of("the receipt", grouped).Of("the receipt", grouped.Replace(" ", "", StringComparison.Ordinal)).Of("the receipt", grouped.Replace(" ", "-", StringComparison.Ordinal));
    }

    /// <summary>The same words on the web, without JavaScript: the server seals.</summary>
    public static async Task Chats(Premises premises)
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

    /// <summary>What leads to the person.</summary>
    public static Traces TracesOf(Premises premises, Migrant person) =>
        new Traces(("the pepper", File.ReadAllBytes(premises.Pepper)), ("the token", Encoding.UTF8.GetBytes(BotApiEmulator.Token)))
            .Of("the chat", person.Phone.Id).Of("the first name", TestUser.FirstName).Of("the last name", TestUser.LastName)
            .Of("the username", TestUser.Username).Of("the phone", TestUser.Phone).Of("the words", Marker);
}
