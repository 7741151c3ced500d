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
                $"| {item.Id} | {Cell(Title(item, wording))} | {Cell(string.Join(", ", Numbers(item)))} | {Screen(item, catalogue)} | {Sources(item, wording)} | {Day(item.CheckedOn)} | {Day(item.ReviewBy)} | {Cell(item.ReviewedBy ?? "not yet")} |\n");
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

    static IEnumerable<string> Numbers(Dated item) =>
        [.. item.Numbers.Select(number => $"{number.Key} {number.Value}"), .. item is Contact contact ? contact.Phones : []];

    static string Screen(Dated item, Catalogue catalogue)
    {
        Place place = item switch
        {
            Card card => card.At(new(Language, card.Countries is [var country, ..] ? country : null)),
            Contact contact => PageOf(contact, catalogue),
            Basis => new AwarenessPlace.Now(Language, NowWhere.Police, NowWhat.Sign, NowSoon.Hours),
            _ => throw new ArgumentOutOfRangeException(nameof(item)),
        };
        return $"`/{place.Reader}/{place.Path.Replace('.', '/')}`";
    }

    /// <summary>The page of its list on which the contact stood on the day of its check.</summary>
    static AwarenessPlace PageOf(Contact contact, Catalogue catalogue)
    {
        var area = contact.Areas is [var first, ..] ? first : (Area?)null;
        return Enumerable.Range(0, catalogue.Contacts.Count)
            .Select(page => contact.Country is { } country
                ? (AwarenessPlace)new AwarenessPlace.Offices(new(Language, country), area, page)
                : new AwarenessPlace.Organisations(Language, page))
            .First(page => AwarenessScreens.Show(page, catalogue, contact.CheckedOn, _ => null).Lines.Any(line => line.Key == $"contact.{contact.Id}.name"));
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
