using System.Globalization;
using System.Text;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Transcripts;

/// <summary>
/// A conversation as text. A line that begins with <c>&gt;</c> is what the person does: <c>press key</c>, <c>type words</c>, <c>/command</c>,
/// <c>photo</c>, <c>type the number</c> (his receipt), or what happens elsewhere: <c>nobody can read</c> (the last reader has gone), <c>another phone</c>
/// (he goes on there), <c>we are started anew</c> (his screen stands; of him we know only the language of his phone), and what <see cref="Kept.Meanwhile"/> knows. What follows is what he sees.
/// </summary>
static class Transcript
{
    internal static string Play(string transcript)
    {
        var played = new StringBuilder();
        var person = new Person();
        foreach (var line in transcript.Split('\n').Where(line => line.StartsWith('#') || line.StartsWith('>')))
            played.Append(line).Append('\n').Append(line.StartsWith('>') ? person.Does(line[1..].Trim()) : "").Append('\n');
        return played.ToString().TrimEnd('\n') + "\n";
    }

    sealed class Person
    {
        readonly Kept kept = new();
        bool reportingIsOpen = true;
        uint secrets;
        Place? at;
        Words? told;
        Language? guess;
        Screen? screen;

        internal string Does(string what)
        {
            switch (what)
            {
                case "we are started anew":
                    (guess, at, told) = (at?.Language, null, null);
                    return "";
                case "nobody can read":
                    reportingIsOpen = false;
                    return "";
                case "another phone":
                    (at, told, screen) = (null, null, null);
                    return "";
                case var elsewhere when kept.Meanwhile(elsewhere):
                    return "";
            }
            var (place, incoming) = what.Split(' ', 2) switch
            {
                ["press", var key] => (Target(key), new Incoming.Opened()),
                ["type", "the number"] => (at, new Incoming.Typed(new(kept.Last!.Grouped))),
                ["type", var words] => (at, new Incoming.Typed(new Words(words.Replace("\\n", "\n", StringComparison.Ordinal)))),
                ["photo"] => (at, new Incoming.Unsupported()),
                [['/', .. var name], .. var detail] => (at, (Incoming)new Incoming.Command(name, string.Join(' ', detail))),
                _ => throw new FormatException($"A transcript cannot say: {what}"),
            };
            var found = Dialogue.Asks(place, incoming) is { } receipt ? kept.Find(receipt) : null;
            var turn = Dialogue.Answer(place, incoming, told, new(Some.Catalogue, Some.Day, reportingIsOpen, ++secrets, guess) { ReceiptOf = Some.ReceiptOf, Found = found });
            foreach (var effect in turn.Effects)
                kept.Carry(effect);
            (screen, at, told) = (turn.Screen, turn.Screen.Place, turn.Screen.Quote ?? turn.Screen.Kept);
            return Write(turn);
        }

        Place Target(string key) =>
            screen!.Buttons.Concat(screen.Navigation).Where(button => Name(button) == key).Select(button => button.Target).OfType<Target.To>().FirstOrDefault()?.Place
            ?? throw new FormatException($"There is no button {key} here; there is {string.Join(' ', screen.Buttons.Select(Name))}");
    }

    static string Write(Turn turn)
    {
        var screen = turn.Screen;
        var text = new StringBuilder();
        foreach (var line in screen.Lines)
            text.Append(CultureInfo.InvariantCulture, $"  {Mark(line.Style)}{Write(line)}\n");
        if (screen.Quote is { } quote)
            text.Append("  “").Append(quote.Reveal().Replace("\n", "\n   ", StringComparison.Ordinal)).Append("”\n");
        if (screen.Covered is { } covered)
            text.Append("  ▒ ").Append(covered.Reveal()).Append(" ▒\n");
        if (screen.Letter is { } letter)
            text.Append("  ✉ “").Append(letter.Reveal()).Append("”\n");
        var buttons = screen.Buttons.Select(button => $"[{(button.IsChosen ? "✅" : "")}{Name(button)}]").ToList();
        foreach (var row in buttons.Chunk(4))
            text.Append("  ").AppendJoin(' ', row).Append('\n');
        text.Append("  ").AppendJoin(' ', screen.Navigation.Select(button => $"[{Name(button)}]")).Append('\n');
        if (screen.ClearsChat)
            text.Append("  (everything else in the chat is deleted)\n");
        if (screen.LeavesTyped)
            text.Append("  (what was typed stays in the chat)\n");
        if (screen.IsBrief)
            text.Append("  (this screen goes by itself after ten minutes)\n");
        foreach (var effect in turn.Effects)
            text.Append("  ⇒ ").Append(Write(effect)).Append('\n');
        return text.ToString();
    }

    static string Write(Effect effect) => effect switch
    {
        SubmitReport submit => string.Create(CultureInfo.InvariantCulture, $"stored once: draft {submit.Report.Draft.Secret}{(submit.WithReceipt ? " with a receipt" : "")}, {string.Join(", ", FacetNames.All(submit.Report.Draft.Facets).Where(facet => facet.Value != FacetNames.Unsaid).Select(facet => $"{facet.Facet}={facet.Value}"))}, “{submit.Report.Words?.Reveal()}”"),
        AddWords add => string.Create(CultureInfo.InvariantCulture, $"added once: secret {add.Secret}, “{add.Words?.Reveal()}”"),
        WithdrawReport => "everything under this receipt is deleted",
        DeleteReply delete => $"the reply {delete.Start} is deleted",
        _ => throw new ArgumentOutOfRangeException(nameof(effect)),
    };

    static string Mark(LineStyle style) => style switch
    {
        LineStyle.Heading => "▌ ",
        LineStyle.Placard => "█ ",
        LineStyle.Source => "· ",
        _ => "",
    };

    static string Name(Button button) => button.Label.In is { } language ? $"{button.Label.Key}:{language.Code}" : Write(button.Label);

    static string Write(Line line) =>
        line.Key + (line.In is { } language ? $":{language.Code}" : "")
        + (line.Arguments.Count == 0 ? "" : $"({string.Join(", ", line.Arguments.Select(argument => Write(argument.Value)))})");

    static string Write(Argument argument) => argument switch
    {
        Argument.Literal literal => literal.Text,
        Argument.Word word => word.Key,
        Argument.Day day => day.Date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        Argument.Month month => $"{month.Number:00}.{month.Year}",
        Argument.Several several => string.Join(several.Separator, several.Items.Select(Write)),
        _ => throw new ArgumentOutOfRangeException(nameof(argument)),
    };
}
