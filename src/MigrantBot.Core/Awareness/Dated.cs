using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>A country whose citizens we speak to, by its ISO 3166 code in lower case.</summary>
public enum Country { Uz, Kz, Kg, Tj }

/// <summary>
/// Where something was read: a name that is the same in every language, or the key of a word (<c>source.…</c>); the month it was
/// published, if shown.
/// </summary>
public sealed record Source(Argument Name, Argument.Month? Published = null, Uri? Address = null);

/// <summary>Something printed with its source and the day when somebody last looked.</summary>
public abstract record Dated(string Id, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
{
    /// <summary>The role of the lawyer who has read it; null until one has, and then the screen says so.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>Numbers that go from the data into the sentence, so that a law changes in one place.</summary>
    public IReadOnlyDictionary<string, string> Numbers { get; init; } = new Dictionary<string, string>();

    /// <summary>The keys of all words that this needs in every language.</summary>
    public abstract IEnumerable<string> WordKeys { get; }

    internal IReadOnlyList<(string, Argument)> Arguments => [.. Numbers.Select(number => (number.Key, (Argument)number.Value))];

    /// <summary>The lines at the foot of a card: sources, the month of the check, and whether a lawyer has read it.</summary>
    internal IEnumerable<Line> SourceLines()
    {
        yield return new Line(
            LineStyle.Source,
            "source.line",
            ("sources", new Argument.Several([.. Sources.Select(Name)])),
            ("checked", new Argument.Month(CheckedOn.Year, CheckedOn.Month)));
        if (ReviewedBy is null)
            yield return new Line(LineStyle.Source, "source.unreviewed");
    }

    static Argument Name(Source source) =>
        source.Published is { } month ? new Argument.Several([source.Name, month], ", ") : source.Name;
}

/// <summary>What a fact is about: a law at home, a right in Russia, or the answer to "they are pressing me now".</summary>
public enum Topic { Law, Right, Now }

/// <summary>A rule of law.</summary>
public sealed record Fact(string Id, Topic Topic, Country? Country, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
    : Dated(Id, Sources, CheckedOn, ReviewBy)
{
    public override IEnumerable<string> WordKeys => Topic switch
    {
        Topic.Law => [$"fact.{Id}.heading", $"fact.{Id}.text", $"fact.{Id}.detail"],
        Topic.Right => [$"fact.{Id}.button", $"fact.{Id}.heading", $"fact.{Id}.text"],
        Topic.Now => ["now.answer.first", "now.answer.honest"],
        _ => throw new InvalidOperationException($"Say which words a fact of the topic {Topic} needs."),
    };
}

/// <summary>What a court did, without names. Its words are <c>case.{id}.button</c>, <c>.heading</c>, <c>.story</c> and <c>.outcome</c>.</summary>
public sealed record CourtCase(string Id, Country Country, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
    : Dated(Id, Sources, CheckedOn, ReviewBy)
{
    public override IEnumerable<string> WordKeys => [$"case.{Id}.button", $"case.{Id}.heading", $"case.{Id}.story", $"case.{Id}.outcome"];
}

/// <summary>A sentence to say in Russian. Its words are <c>phrase.{id}.button</c>, <c>.sound</c>, <c>.meaning</c> and <c>.use</c>. <paramref name="For"/>: in which situations of "now" it is what to say.</summary>
public sealed record Phrase(string Id, string Russian, IReadOnlyList<NowWhat> For, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
    : Dated(Id, Sources, CheckedOn, ReviewBy)
{
    public override IEnumerable<string> WordKeys => [$"phrase.{Id}.button", $"phrase.{Id}.sound", $"phrase.{Id}.meaning", $"phrase.{Id}.use"];
}

/// <summary>
/// Who can help. Its words are <c>contact.{id}.name</c> and <c>.note</c>; <paramref name="Country"/> null is for everybody. Telephone
/// numbers in E.164 with blanks, each seen in the source.
/// </summary>
public sealed record Contact(
    string Id,
    Country? Country,
    IReadOnlyList<string> Phones,
    Uri? Site,
    IReadOnlyList<Source> Sources,
    DateOnly CheckedOn,
    DateOnly ReviewBy) : Dated(Id, Sources, CheckedOn, ReviewBy)
{
    public override IEnumerable<string> WordKeys => [$"contact.{Id}.name", $"contact.{Id}.note"];
}
