using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>A sentence to say in Russian. <paramref name="For"/>: in which situations of "now" it is what to say.</summary>
public sealed record Phrase(string Id, string Russian, IReadOnlyList<NowWhat> For, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
    : Card(Id, Sources, CheckedOn, ReviewBy)
{
    public override string Kind => "phrase";

    public override IReadOnlyList<string> Parts => ["sound", "meaning", "use"];

    public override AwarenessPlace At(Reader reader) => new AwarenessPlace.Say(reader, Id);
}
