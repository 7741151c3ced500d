using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>Something dated with a page of its own, a button that leads there, and other cards beside it.</summary>
public abstract record Card(string Id, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
    : Dated(Id, Sources, CheckedOn, ReviewBy)
{
    /// <summary>Most cards shown beside one.</summary>
    public const int MostSeen = 3;

    /// <summary>The first part of the keys of its words: <c>{kind}.{id}.heading</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The last parts of the keys of its paragraphs, in the order of reading.</summary>
    public abstract IReadOnlyList<string> Parts { get; }

    /// <summary>For whose citizens it is; empty for everybody.</summary>
    public IReadOnlyList<Country> Countries { get; init; } = [];

    /// <summary>The ids of cards that are worth opening next.</summary>
    public IReadOnlyList<string> See { get; init; } = [];

    public override IEnumerable<string> WordKeys => [Key("button"), .. Parts.Select(Key)];

    /// <summary>Its page.</summary>
    public virtual AwarenessPlace At(Reader reader) => new AwarenessPlace.Card(reader, Id);

    internal string Key(string part) => $"{Kind}.{Id}.{part}";

    internal Button ButtonFor(Reader reader) => new(new Line(LineStyle.Text, Key("button"), Arguments), new Target.To(At(reader)));
}
