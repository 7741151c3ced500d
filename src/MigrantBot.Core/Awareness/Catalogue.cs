namespace MigrantBot.Core.Awareness;

/// <summary>All that the bot knows, apart from words: checked when made, never changed afterwards.</summary>
public sealed record Catalogue(
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<CourtCase> Cases,
    IReadOnlyList<Phrase> Phrases,
    IReadOnlyList<Contact> Contacts)
{
    public static readonly Catalogue Empty = new([], [], [], []);

    /// <summary>The law card of a country; null where the catalogue has none.</summary>
    public Fact? Law(Country country) => Facts.FirstOrDefault(fact => fact.Topic == Topic.Law && fact.Country == country);

    public IReadOnlyList<Fact> Rights => [.. Facts.Where(fact => fact.Topic == Topic.Right)];

    public Fact? Right(string id) => Rights.FirstOrDefault(right => right.Id == id);

    public CourtCase? Case(string id) => Cases.FirstOrDefault(@case => @case.Id == id);

    public Phrase? Phrase(string id) => Phrases.FirstOrDefault(phrase => phrase.Id == id);

    /// <summary>Contacts for citizens of a country, or (for null) those for everybody.</summary>
    public IReadOnlyList<Contact> ContactsOf(Country? country) => [.. Contacts.Where(contact => contact.Country == country)];
}
