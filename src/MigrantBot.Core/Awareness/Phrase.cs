namespace MigrantBot.Core.Awareness;

/// <summary>A sentence to say in Russian. Its words are <c>phrase.{id}.button</c>, <c>.sound</c>, <c>.meaning</c> and <c>.use</c>. <paramref name="For"/>: in which situations of "now" it is what to say.</summary>
public sealed record Phrase(string Id, string Russian, IReadOnlyList<NowWhat> For, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
    : Dated(Id, Sources, CheckedOn, ReviewBy)
{
    public override IEnumerable<string> WordKeys => [$"phrase.{Id}.button", $"phrase.{Id}.sound", $"phrase.{Id}.meaning", $"phrase.{Id}.use"];
}
