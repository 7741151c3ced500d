using System.Globalization;
using System.Text;
using MigrantBot.Content;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Channels.Terminal;

/// <summary>A screen as lines of text, its buttons numbered.</summary>
static class ScreenWriting
{
    /// <summary>All buttons in the order of their numbers.</summary>
    internal static IEnumerable<Button> Buttons(Screen screen) => screen.Buttons.Concat(screen.Navigation);

    internal static string Write(Screen screen, Edition edition)
    {
        var (language, wording) = (screen.Place.Language, edition.Wording);
        var text = new StringBuilder().AppendLine().AppendLine(new string('─', 60));
        foreach (var line in screen.Lines)
            text.AppendLine(Write(line.Style, wording.Say(language, line))).AppendLine();
        if (edition.FileOf(screen.Plays) is { } file)
            text.AppendLine(CultureInfo.InvariantCulture, $"  🔊 {file.Path}").AppendLine();
        if (screen.Covered is { } covered)
            text.AppendLine(CultureInfo.InvariantCulture, $"  ▒ {covered.Reveal()} ▒").AppendLine();
        if (screen.Letter is { } letter)
            text.AppendLine("  ✉ " + letter.Reveal().ReplaceLineEndings("\n  ✉ ")).AppendLine();
        if (screen.Quote is { } quote)
            text.AppendLine("  │ " + quote.Reveal().ReplaceLineEndings("\n  │ ")).AppendLine();
        var number = 0;
        foreach (var button in Buttons(screen))
            text.AppendLine(CultureInfo.InvariantCulture, $"{++number,4}  {(button.IsChosen ? "✅ " : "")}{wording.Say(language, button.Label)}");
        text.AppendLine().Append(wording.Say(language, "terminal.choose"));
        if (screen.AsksForWords)
            text.Append(' ').Append(wording.Say(language, "terminal.type"));
        return text.Append("\n> ").ToString();
    }

    static string Write(LineStyle style, string text) => style switch
    {
        LineStyle.Heading => $"▌ {text}",
        LineStyle.Sentence or LineStyle.Placard => $"  » {text}",
        LineStyle.Detail => "  " + text.ReplaceLineEndings("\n  "),
        LineStyle.Source => $"  ({text})",
        _ => text,
    };
}
