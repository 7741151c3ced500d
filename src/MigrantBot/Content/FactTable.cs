using System.Globalization;
using System.Text;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content;

/// <summary>Fact, screen, source: a table in Markdown by which anybody can trace each printed number to where it was read.</summary>
static class FactTable
{
    static readonly Language Language = Language.English;

    internal static string Write(Catalogue catalogue, Wording wording)
    {
        var table = new StringBuilder("""
            # Every number, its screen and its source

            Written by `dotnet run --no-launch-profile --project src/MigrantBot facts`; do not edit it by hand. The screen is an address of the web chat: `en` may be any
            language of the bot. A number stands in the data once and goes from there into every language.

            | Fact | What it says | Numbers | Screen | Source | Checked | Again by | Lawyer |
            |---|---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var item in catalogue.All)
            table.Append(CultureInfo.InvariantCulture,
                $"| {item.Id} | {Cell(Title(item, wording))} | {Cell(string.Join(", ", item.Numbers.Select(number => $"{number.Key} {number.Value}")))} | {Screen(item)} | {Sources(item, wording)} | {Day(item.CheckedOn)} | {Day(item.ReviewBy)} | {Cell(item.ReviewedBy ?? "not yet")} |\n");
        return table.ToString();
    }

    static string Title(Dated item, Wording wording) => item switch
    {
        Phrase phrase => phrase.Russian,
        Basis => Say("now.answer.first", item, wording),
        Contact contact => Say($"contact.{contact.Id}.name", item, wording),
        TopicCard card => Say($"{card.Kind}.{card.Id}.heading", item, wording),
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };

    static string Say(string key, Dated item, Wording wording) =>
        wording.Say(Language, new Line(LineStyle.Text, key, [.. item.Numbers.Select(number => (number.Key, (Argument)number.Value))]));

    static string Screen(Dated item)
    {
        Place place = item switch
        {
            Card card => card.At(new(Language, card.Countries is [var country, ..] ? country : null)),
            Contact { Country: { } country } contact => new AwarenessPlace.Offices(new(Language, country), contact.Areas is [var area, ..] ? area : null),
            Contact => new AwarenessPlace.Organisations(Language),
            Basis => new AwarenessPlace.Now(Language),
            _ => throw new ArgumentOutOfRangeException(nameof(item)),
        };
        return $"`/{place.Reader}/{place.Path.Replace('.', '/')}`";
    }

    static string Sources(Dated item, Wording wording) => string.Join("; ", item.Sources.Select(source =>
    {
        var name = Cell(Name(source, wording));
        var linked = source.Address is { } address ? $"[{name}]({address.AbsoluteUri})" : name;
        return source.Published is { } month ? $"{linked}, {month.Number:00}.{month.Year}" : linked;
    }));

    static string Name(Source source, Wording wording) => source.Name switch
    {
        Argument.Word word => wording.Say(Language, word.Key),
        Argument.Literal literal => literal.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
