using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Emulator;
using MigrantBot.Texts;

namespace MigrantBot.Tests.Journeys;

/// <summary>A person who reads one language and presses buttons by what stands on them; keys of <c>locales/</c> here, words on the phone.</summary>
sealed class Migrant(TestUser user, Language language)
{
    static readonly Wording Words = WordingFiles.Load(Path.Combine(AppContext.BaseDirectory, "locales"), []);

    public TestUser Phone => user;

    public Seen Sees => user.Sees();

    public static string Say(Language language, string key) => Words.Say(language, key);

    /// <summary>The words of a key in the language of this person, up to the first place that is filled.</summary>
    public string Say(string key) => Say(language, key).Split('{')[0].Trim();

    public Posted Presses(string key) => user.Presses(Say(key));

    /// <summary>Does each step of the way, and sees after each the screen that it leads to.</summary>
    public async Task Goes(IEnumerable<Step> way)
    {
        foreach (var step in way)
            SeesAfter(step, await step.Do(this).Done);
    }

    public void SeesAfter(Step step, Seen seen) =>
        Assert.True(seen.FromBot.LastOrDefault()?.Text.Contains(Say(step.Shows), StringComparison.Ordinal) is true, $"After “{step.Does}” not “{step.Shows}”, but:\n{seen}");

    /// <summary>Whether a button with these words is there now.</summary>
    public bool Has(string key) => Sees.Labels.Contains(Say(key));
}

/// <summary>One thing a person does, and the key of a line of the screen that answers.</summary>
sealed record Step(string Does, Func<Migrant, Posted> Do, string Shows)
{
    public static Step Press(string key, string shows) => new(key, person => person.Presses(key), shows);

    public static Step Write(string text, string shows) => new("(writes)", person => person.Phone.Sends(text), shows);
}

/// <summary>Ways through the bot.</summary>
static class Ways
{
    public const string Told = "Uchastkada uch kun ushlab turishdi, kaltaklashdi va shartnomaga imzo chekishimni talab qilishdi. Мой номер +7 916 123-45-67.";

    /// <summary>What is left of it when the phone is masked.</summary>
    public const string Scrubbed = "Uchastkada uch kun ushlab turishdi, kaltaklashdi va shartnomaga imzo chekishimni talab qilishdi. Мой номер [номер].";

    public static readonly IReadOnlyList<Step> ToHome =
    [
        new("/start", person => person.Phone.Starts(), "language.choose"),
        Step.Press("language.name", "home.text"),
    ];

    public static readonly IReadOnlyList<Step> Learning =
    [
        Step.Press("button.learn", "learn.first"),
        Step.Press("country.uz", "learn.heading"),
        Step.Press("learn.laws", "list.laws.text"),
        Step.Press("fact.law-uz.button", "fact.law-uz.detail"),
        Step.Press("button.home", "home.text"),
    ];

    public static readonly IReadOnlyList<Step> Now =
    [
        Step.Press("button.now", "now.where.question"),
        Step.Press("now.where.police", "now.what.question"),
        Step.Press("now.what.violence", "now.soon.question"),
        Step.Press("now.soon.hours", "now.answer.first"),
    ];

    /// <summary>From home to the question for words.</summary>
    public static readonly IReadOnlyList<Step> Answering =
    [
        Step.Press("button.tell", "tell.heading"),
        Step.Press("tell.start", "ask.who"),
        Step.Press("who.self", "ask.when"),
        Step.Press("when.today", "ask.region"),
        Step.Press("region.moscow", "ask.place"),
        Step.Press("place.police", "ask.actor"),
        Step.Press("actor.police", "ask.methods"),
        Step.Press("methods.violence", "ask.methods"),
        Step.Press("button.next", "ask.stage"),
        Step.Press("stage.pressed", "ask.citizenship"),
        Step.Press("citizenship.uz", "ask.russian-passport"),
        Step.Press("russian-passport.no", "ask.deadline"),
        Step.Press("deadline.hours", "telling.question"),
    ];

    public static readonly IReadOnlyList<Step> Sending =
    [
        Step.Write(Told, "preview.heading"),
        Step.Press("preview.send", "sent.heading"),
    ];

    public static readonly IReadOnlyList<Step> Report = [.. ToHome, .. Answering, .. Sending];
}
