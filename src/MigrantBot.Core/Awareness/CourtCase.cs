namespace MigrantBot.Core.Awareness;

/// <summary>What a court did, without names. Its words are <c>case.{id}.button</c>, <c>.heading</c>, <c>.story</c> and <c>.outcome</c>.</summary>
public sealed record CourtCase(string Id, Country Country, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
    : Dated(Id, Sources, CheckedOn, ReviewBy)
{
    public override IEnumerable<string> WordKeys => [$"case.{Id}.button", $"case.{Id}.heading", $"case.{Id}.story", $"case.{Id}.outcome"];
}
