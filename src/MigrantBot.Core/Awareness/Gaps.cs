using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>What a catalogue must have for every place to have a screen.</summary>
public static class Gaps
{
    public static IEnumerable<Gap> Of(Catalogue catalogue) =>
        [.. Sentences(catalogue), .. Lists(catalogue), .. Twice(catalogue), .. Situations(catalogue), .. See(catalogue), .. RestsOn(catalogue)];

    static IEnumerable<Gap> Sentences(Catalogue catalogue) =>
        from what in Enum.GetValues<NowWhat>()
        let count = catalogue.Phrases.Count(phrase => phrase.For.Contains(what))
        where count != 1
        select count == 0
            ? new Gap($"No sentence in phrases.yaml is for “{Code.Of(what)}”.", "add it to the   for:   of the sentence that is to be said then.")
            : new Gap($"{count} sentences in phrases.yaml are for “{Code.Of(what)}”: only one can be shown.", "take it out of the   for:   of the others.");

    /// <summary>A list without a card would be a button that leads nowhere.</summary>
    static IEnumerable<Gap> Lists(Catalogue catalogue) =>
        from topic in Enum.GetValues<Topic>()
        from country in Enum.GetValues<Country>()
        where catalogue.Of(topic, country).Count == 0
        select new Gap($"The list “{Code.Of(topic)}” has no card for citizens of “{Code.Of(country)}”.", "add a card for them, or one for everybody.");

    static IEnumerable<Gap> Twice(Catalogue catalogue) =>
        catalogue.All.GroupBy(dated => dated.Id).Where(same => same.Count() > 1)
            .Select(same => new Gap($"The id “{same.Key}” stands in two files; it must be the only one of all.", "give the one that is new another id.", same.Key));

    static IEnumerable<Gap> Situations(Catalogue catalogue) =>
        catalogue.Cards.OfType<Pattern>().Where(pattern => !Topics.Situations.Contains(pattern.Topic))
            .Select(pattern => new Gap(
                $"The situation of “{pattern.Id}” is “{Code.Of(pattern.Topic)}”, which is none.",
                $"use one of: {string.Join(", ", Topics.Situations.Select(Code.Of))}.",
                pattern.Id));

    static IEnumerable<Gap> See(Catalogue catalogue) =>
    [
        .. from card in Cards(catalogue)
           from id in card.See
           where catalogue.Card(id) is null || id == card.Id
           select new Gap($"“see” of “{card.Id}” names “{id}”, which is no other card.", "write the id of another card or sentence, or take it out.", card.Id),
        .. from card in Cards(catalogue)
           where card.See.Count > Card.MostSeen
           select new Gap($"“see” of “{card.Id}” names {card.See.Count} cards.", $"leave at most {Card.MostSeen}: more cannot be shown.", card.Id),
    ];

    static IEnumerable<Gap> RestsOn(Catalogue catalogue)
    {
        var known = catalogue.All.Select(dated => dated.Id).ToHashSet();
        return from answer in catalogue.Answers
               from id in answer.RestsOn
               where !known.Contains(id)
               select new Gap($"“rests_on” of “{answer.Id}” names “{id}”, which is no card.", "write the id of a card, a sentence or a contact, or take it out.", answer.Id);
    }

    static IEnumerable<Card> Cards(Catalogue catalogue) => [.. catalogue.Cards, .. catalogue.Phrases];
}
