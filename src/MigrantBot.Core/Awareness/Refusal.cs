namespace MigrantBot.Core.Awareness;

/// <summary>Somebody who did not want to sign, and what came of it, without names.</summary>
public sealed record Refusal(string Id, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
    : TopicCard(Id, Topic.Refusals, Sources, CheckedOn, ReviewBy)
{
    public override string Kind => "refusal";

    public override IReadOnlyList<string> Parts => ["heading", "story", "outcome"];
}
