using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content;

/// <summary>Loads what <c>locales/*.yaml</c> know apart from words, and refuses what has no words, no source or no date.</summary>
static class CatalogueFiles
{
    /// <summary>Every file of data that there is.</summary>
    internal static readonly IReadOnlyList<string> Names =
        ["laws.yaml", "cases.yaml", "refusals.yaml", "numbers.yaml", "rules.yaml", "patterns.yaml", "happened.yaml", "rights.yaml", "phrases.yaml", "contacts.yaml", "now.yaml", "answers.yaml"];

    /// <summary>The catalogue, not fit for use where faults were added; <paramref name="found"/> takes each item with its place.</summary>
    internal static Catalogue Load(string folder, Wording wording, ICollection<Fault> faults, ICollection<Item>? found = null)
    {
        var items = found ?? [];
        var files = new DatedFiles(folder, wording, faults, items);
        IReadOnlyList<Fact> Facts(string file, Topic topic) => files.Read(file, entry => ReadFact(entry, topic, wording));
        Catalogue catalogue = new(
            [
                .. Facts("laws.yaml", Topic.Laws),
                .. files.Read("cases.yaml", ReadCase),
                .. files.Read("refusals.yaml", ReadRefusal),
                .. Facts("numbers.yaml", Topic.Numbers),
                .. Facts("rules.yaml", Topic.Rules),
                .. files.Read("patterns.yaml", ReadPattern),
                .. Facts("happened.yaml", Topic.Happened),
                .. Facts("rights.yaml", Topic.Rights),
            ],
            files.Read("phrases.yaml", ReadPhrase),
            files.Read("contacts.yaml", entry => ReadContact(entry, wording)),
            ReadNow(files, faults))
        {
            Answers = files.Read("answers.yaml", entry => ReadAnswer(entry, wording)),
        };
        // Where an item could not be read, what it would have held is not also missing.
        if (faults.Count > 0)
            return catalogue;
        foreach (var gap in Gaps.Of(catalogue))
            faults.Add(items.FirstOrDefault(item => item.Dated.Id == gap.Id) is { } item
                ? new(item.File, item.Line, gap.Problem, gap.Mend)
                : new("*.yaml", 0, gap.Problem, gap.Mend));
        return LinkedNumbers.Resolve(catalogue, items, faults);
    }

    static Fact ReadFact(Entry entry, Topic topic, Wording wording)
    {
        var id = entry.Id();
        return new(id, topic, wording.Has(Language.English, $"fact.{id}.{Fact.Detail}"), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by"))
        {
            Countries = entry.NamedList<Country>("countries"),
            See = entry.List("see"),
        };
    }

    static CourtCase ReadCase(Entry entry) =>
        new(entry.Id(), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by"))
        {
            Countries = [entry.Required<Country>("country")],
            See = entry.List("see"),
        };

    static Refusal ReadRefusal(Entry entry) =>
        new(entry.Id(), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by"))
        {
            Countries = entry.Named<Country>("country") is { } country ? [country] : [],
            See = entry.List("see"),
        };

    static Pattern ReadPattern(Entry entry) =>
        new(entry.Id(), entry.Required<Topic>("situation"), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by"))
        {
            Countries = entry.NamedList<Country>("countries"),
            See = entry.List("see"),
        };

    static Phrase ReadPhrase(Entry entry) =>
        new(entry.Id(), entry.Text("russian", "add the sentence in Russian."), entry.NamedList<NowWhat>("for"), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by"))
        {
            See = entry.List("see"),
        };

    static Contact ReadContact(Entry entry, Wording wording)
    {
        var id = entry.Id();
        return new(id, entry.Named<Country>("country"), entry.Phones("phones"), entry.Address("site"), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by"))
        {
            Areas = entry.NamedList<Area>("areas"),
            HasWarning = wording.Has(Language.English, $"contact.{id}.warning"),
        };
    }

    static AnswerCard ReadAnswer(Entry entry, Wording wording)
    {
        var id = entry.Id();
        return new(id, entry.List("rests_on"), wording.Has(Language.English, AnswerCard.Key(id, AnswerCard.More)), entry.Day("checked_on"), entry.Day("review_by"));
    }

    static Basis ReadNow(DatedFiles files, ICollection<Fault> faults)
    {
        const string file = "now.yaml";
        var all = files.Read(file, entry => new Basis(entry.Id(), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by")));
        if (all is [var one])
            return one;
        faults.Add(new(file, 0, $"The file has {all.Count} items.", "it has one: what the answer to “they are pressing me now” rests on."));
        return new("now", [], default, default);
    }
}
