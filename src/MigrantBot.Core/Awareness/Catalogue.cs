namespace MigrantBot.Core.Awareness;

/// <summary>All that the bot knows, apart from words: checked when made, never changed afterwards.</summary>
public sealed record Catalogue(
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<CourtCase> Cases,
    IReadOnlyList<Phrase> Phrases,
    IReadOnlyList<Contact> Contacts)
{
    /// <summary>The law card of a country; null where the catalogue has none.</summary>
    public Fact? Law(Country country) => Facts.FirstOrDefault(fact => fact.Topic == Topic.Law && fact.Country == country);

    public IReadOnlyList<Fact> Rights => [.. Facts.Where(fact => fact.Topic == Topic.Right)];

    public Fact? Right(string id) => Rights.FirstOrDefault(right => right.Id == id);

    public CourtCase? Case(string id) => Cases.FirstOrDefault(@case => @case.Id == id);

    public Phrase? Phrase(string id) => Phrases.FirstOrDefault(phrase => phrase.Id == id);

    /// <summary>What to say in a situation of "now".</summary>
    public Phrase PhraseFor(NowWhat what) => Phrases.First(phrase => phrase.For.Contains(what));

    /// <summary>What the answer to "now" rests on.</summary>
    public Fact Now => Facts.First(fact => fact.Topic == Topic.Now);

    /// <summary>What has to be there for every place to have a screen; each gap in words that a lawyer understands.</summary>
    public IEnumerable<string> Gaps()
    {
        foreach (var what in Enum.GetValues<NowWhat>().Where(what => !Phrases.Any(phrase => phrase.For.Contains(what))))
            yield return $"No sentence in phrases.yaml is for “{Exchange.Code.Of(what)}”.";
        foreach (var what in Enum.GetValues<NowWhat>().Where(what => Phrases.Count(phrase => phrase.For.Contains(what)) > 1))
            yield return $"Two sentences in phrases.yaml are for “{Exchange.Code.Of(what)}”: only one can be shown.";
        foreach (var law in Facts.Where(fact => fact is { Topic: Topic.Law, Country: null }))
            yield return $"The law “{law.Id}” in facts.yaml has no country, so nobody would see it.";
        foreach (var country in Enum.GetValues<Country>().Where(country => Facts.Count(fact => fact.Topic == Topic.Law && fact.Country == country) > 1))
            yield return $"Two laws in facts.yaml are for “{Exchange.Code.Of(country)}”: only one can be shown.";
        if (!Facts.Any(fact => fact.Topic == Topic.Now))
            yield return "No fact in facts.yaml has the topic “now”: the answer to “they are pressing me now” would have no source.";
    }

    /// <summary>Contacts for citizens of a country, or (for null) those for everybody.</summary>
    public IReadOnlyList<Contact> ContactsOf(Country? country) => [.. Contacts.Where(contact => contact.Country == country)];
}
