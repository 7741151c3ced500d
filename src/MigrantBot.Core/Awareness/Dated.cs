using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>Something printed with its source and the day when somebody last looked.</summary>
public abstract record Dated(string Id, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
{
    /// <summary>The role of the lawyer who has read it; null until one has, and then the screen says so.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>Numbers that go from the data into the sentence, so that a law changes in one place.</summary>
    public IReadOnlyDictionary<string, string> Numbers { get; init; } = new Dictionary<string, string>();

    /// <summary>The keys of all words that this needs in every language.</summary>
    public abstract IEnumerable<string> WordKeys { get; }

    /// <summary>True once the day has passed by which somebody was to look again.</summary>
    public bool IsOld(DateOnly today) => today > ReviewBy;

    internal IReadOnlyList<(string, Argument)> Arguments => [.. Numbers.Select(number => (number.Key, (Argument)number.Value))];

    /// <summary>The lines at the foot of a card: where it comes from, its age if it is old, and whether a lawyer has read it.</summary>
    internal IEnumerable<Line> SourceLines(DateOnly today) =>
    [
        OriginLine,
        .. IsOld(today) ? [OldLine(ReviewBy)] : Array.Empty<Line>(),
        .. ReviewedBy is null ? [new Line(LineStyle.Source, "source.unreviewed")] : Array.Empty<Line>(),
    ];

    /// <summary>Sources and the month of the check.</summary>
    internal Line OriginLine => new(
        LineStyle.Source,
        "source.line",
        ("sources", new Argument.Several([.. Sources.Select(Name)])),
        ("checked", Month(CheckedOn)));

    internal static Line OldLine(DateOnly due) => new(LineStyle.Source, "source.old", ("due", Month(due)));

    static Argument.Month Month(DateOnly day) => new(day.Year, day.Month);

    static Argument Name(Source source) =>
        source.Published is { } month ? new Argument.Several([source.Name, month], ", ") : source.Name;
}
