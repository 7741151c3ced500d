using System.Globalization;
using System.Text;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;
using MigrantBot.Texts;

namespace MigrantBot.Channels.Terminal;

/// <summary>The same screens in a terminal, for developers, translators and lawyers: a number presses a button, anything else is typed.</summary>
sealed class Talk(Conversations conversations, Wording wording, TextReader input, TextWriter output)
{
    /// <summary>One person, one conversation: the key of its memory.</summary>
    const long Chat = 0;

    /// <summary>Goes on until the input ends.</summary>
    public async Task Run(string? language, CancellationToken cancellation)
    {
        var screen = await conversations.Answer(new(new Incoming.Command("start", language ?? "")) { Chat = Chat }, cancellation);
        while (true)
        {
            await Show(screen);
            if (await input.ReadLineAsync(cancellation) is not { } line)
                break;
            screen = Pressed(screen, line.Trim()) switch
            {
                null when line.Trim().Length == 0 => screen,
                null => await conversations.Answer(new(new Incoming.Typed(new Words(line))) { Chat = Chat }, cancellation),
                Target.To to => await conversations.Answer(
                    new(new Incoming.Opened()) { Chat = Chat, Code = PlaceCode.Write(to.Place), Told = screen.Quote }, cancellation),
                var elsewhere => await Print(elsewhere, screen),
            };
        }
        await output.WriteLineAsync(wording.Say(screen.Place.Language, "terminal.bye"));
    }

    static Target? Pressed(Screen screen, string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Buttons(screen).ElementAtOrDefault(number - 1)?.Target
            : null;

    static IEnumerable<Button> Buttons(Screen screen) => screen.Buttons.Concat(screen.Navigation);

    async Task<Screen> Print(Target target, Screen screen)
    {
        await output.WriteLineAsync(target switch
        {
            Target.Link link => link.Address.AbsoluteUri,
            Target.Copy copy => copy.Text,
            _ => throw new ArgumentOutOfRangeException(nameof(target)),
        });
        return screen;
    }

    async Task Show(Screen screen)
    {
        var language = screen.Place.Language;
        var text = new StringBuilder().AppendLine().AppendLine(new string('─', 60));
        foreach (var line in screen.Lines)
            text.AppendLine(Write(line.Style, wording.Say(language, line))).AppendLine();
        if (screen.Quote is { } quote)
            text.AppendLine("  │ " + quote.Reveal().ReplaceLineEndings("\n  │ ")).AppendLine();
        var number = 0;
        foreach (var button in Buttons(screen))
            text.AppendLine(CultureInfo.InvariantCulture, $"{++number,4}  {(button.IsChosen ? "✅ " : "")}{wording.Say(language, button.Label)}");
        text.AppendLine().Append(wording.Say(language, "terminal.choose"));
        if (screen.AsksForWords)
            text.Append(' ').Append(wording.Say(language, "terminal.type"));
        await output.WriteAsync(text.Append("\n> ").ToString());
        await output.FlushAsync(CancellationToken.None);
    }

    static string Write(LineStyle style, string text) => style switch
    {
        LineStyle.Heading => $"▌ {text}",
        LineStyle.Sentence => $"  » {text}",
        LineStyle.Detail => "  " + text.ReplaceLineEndings("\n  "),
        LineStyle.Source => $"  ({text})",
        _ => text,
    };
}
