using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Conversation;

/// <summary>Home, the choice of language, and the cleared chat.</summary>
static class GeneralScreens
{
    internal static Screen Show(GeneralPlace at) => at switch
    {
        GeneralPlace.Home home => Home(home),
        GeneralPlace.Languages languages => Languages(languages),
        GeneralPlace.Clear clear => new(clear, [new(LineStyle.Heading, "clear.heading"), new(LineStyle.Text, "clear.limits")], []) { ClearsChat = true },
        _ => throw new ArgumentOutOfRangeException(nameof(at)),
    };

    static Screen Home(GeneralPlace.Home at) =>
        new(at, [new(LineStyle.Text, "home.text")],
        [
            new("button.now", new AwarenessPlace.Now(at.Reader), Tone.Danger),
            new("button.learn", new AwarenessPlace.Learn(at.Reader)),
            new("button.help", new AwarenessPlace.Help(at.Reader)),
            new("button.tell", new ReportPlace.Tell(at.Reader)),
            new("button.receipt", new ReceiptPlace.Enter(at.Reader)),
            new("button.seen", new ReportPlace.Seen(at.Reader)),
            new("button.language", new GeneralPlace.Languages(at.Reader)),
        ]);

    static Screen Languages(GeneralPlace.Languages at) =>
        new(at, [.. Language.All.Select(language => new Line(LineStyle.Text, "language.choose") { In = language })],
            [.. Language.All.Select(language => new Button(
                new Line(LineStyle.Text, "language.name") { In = language }, new Target.To(new GeneralPlace.Home(at.Reader with { Language = language }))))]);
}
