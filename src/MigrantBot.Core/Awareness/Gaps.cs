using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>What a catalogue must have for every place to have a screen; each gap in words that a lawyer understands.</summary>
public static class Gaps
{
    public static IEnumerable<string> Of(Catalogue catalogue) =>
        [.. Sentences(catalogue), .. Lists(catalogue), .. Twice(catalogue), .. Situations(catalogue), .. See(catalogue)];

    static IEnumerable<string> Sentences(Catalogue catalogue) =>
        from what in Enum.GetValues<NowWhat>()
        let count = catalogue.Phrases.Count(phrase => phrase.For.Contains(what))
        where count != 1
        select count == 0
            ? $"No sentence in phrases.yaml is for “{Code.Of(what)}”."
            : $"{count} sentences in phrases.yaml are for “{Code.Of(what)}”: only one can be shown.";

    /// <summary>A list without a card would be a button that leads nowhere.</summary>
    static IEnumerable<string> Lists(Catalogue catalogue) =>
        from topic in Enum.GetValues<Topic>()
        from country in Enum.GetValues<Country>()
        where catalogue.Of(topic, country).Count == 0
        select $"The list “{Code.Of(topic)}” has no card for citizens of “{Code.Of(country)}”.";

    static IEnumerable<string> Twice(Catalogue catalogue) =>
        catalogue.All.GroupBy(dated => dated.Id).Where(same => same.Count() > 1)
            .Select(same => $"The id “{same.Key}” stands in two files; it must be the only one of all.");

    static IEnumerable<string> Situations(Catalogue catalogue) =>
        catalogue.Cards.OfType<Pattern>().Where(pattern => !Topics.Situations.Contains(pattern.Topic))
            .Select(pattern => $"The situation of “{pattern.Id}” is “{Code.Of(pattern.Topic)}”; it must be one of: {string.Join(", ", Topics.Situations.Select(Code.Of))}.");

    static IEnumerable<string> See(Catalogue catalogue) =>
    [
        .. from card in Cards(catalogue)
           from id in card.See
           where catalogue.Card(id) is null || id == card.Id
           select $"“see” of “{card.Id}” names “{id}”, which is no other card.",
        .. from card in Cards(catalogue)
           where card.See.Count > Card.MostSeen
           select $"“see” of “{card.Id}” names {card.See.Count} cards; at most {Card.MostSeen} can be shown.",
    ];

    static IEnumerable<Card> Cards(Catalogue catalogue) => [.. catalogue.Cards, .. catalogue.Phrases];
}
