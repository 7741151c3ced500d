using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>All that the bot knows, apart from words: checked when made, never changed afterwards. Lists are in the order of the files.</summary>
public sealed record Catalogue(
    IReadOnlyList<TopicCard> Cards,
    IReadOnlyList<Phrase> Phrases,
    IReadOnlyList<Contact> Contacts,
    Basis Now)
{
    /// <summary>Which cards somebody has read aloud, and in which language.</summary>
    public IReadOnlySet<Recording> Recordings { get; init; } = new HashSet<Recording>();

    /// <summary>With what moderators may begin an answer. No screen shows them.</summary>
    public IReadOnlyList<AnswerCard> Answers { get; init; } = [];

    /// <summary>Everything with a date that a screen shows, each once.</summary>
    public IEnumerable<Dated> All => [.. Cards, .. Phrases, .. Contacts, Now];

    /// <summary>The month of the newest source; null where none is dated. Later changes of the law are not known here.</summary>
    public Argument.Month? Newest =>
        All.SelectMany(dated => dated.Sources).Select(source => source.Published).OfType<Argument.Month>().MaxBy(month => (month.Year, month.Number));

    /// <summary>The list of a topic for a citizen. Courts and refusals of his country come first and others follow; elsewhere he sees what concerns him.</summary>
    public IReadOnlyList<TopicCard> Of(Topic topic, Country? citizenship) => ConcernsOthers(topic)
        ? [.. Cards.Where(card => card.Topic == topic).OrderBy(card => card.IsFor(citizenship) ? 0 : 1)]
        : [.. Cards.Where(card => card.Topic == topic && card.IsFor(citizenship))];

    public TopicCard? TopicCard(string id) => Cards.FirstOrDefault(card => card.Id == id);

    public Phrase? Phrase(string id) => Phrases.FirstOrDefault(phrase => phrase.Id == id);

    /// <summary>The card with that id, of whatever kind.</summary>
    public Card? Card(string id) => (Card?)TopicCard(id) ?? Phrase(id);

    /// <summary>What stands beside a card for a citizen: what was done to others in any case, rules only where they are for him.</summary>
    internal IEnumerable<Card> Beside(Card card, Country? citizenship) =>
        card.See.Select(id => Card(id)!).Where(other => other is not TopicCard topical || ConcernsOthers(topical.Topic) || topical.IsFor(citizenship));

    /// <summary>What to say in a situation of "now".</summary>
    public Phrase PhraseFor(NowWhat what) => Phrases.First(phrase => phrase.For.Contains(what));

    /// <summary>Contacts for citizens of a country, or (for null) those for everybody, without those that are too old to be shown.</summary>
    public IReadOnlyList<Contact> ContactsOf(Country? country, DateOnly today) =>
        [.. Contacts.Where(contact => contact.Country == country && !contact.IsHidden(today))];

    /// <summary>What a court did to one man is a warning to those of another country.</summary>
    static bool ConcernsOthers(Topic topic) => topic is Topic.Cases or Topic.Refusals;
}
