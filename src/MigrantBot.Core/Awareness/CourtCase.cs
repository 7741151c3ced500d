namespace MigrantBot.Core.Awareness;

/// <summary>What a court did, without names.</summary>
public sealed record CourtCase(string Id, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
    : TopicCard(Id, Topic.Cases, Sources, CheckedOn, ReviewBy)
{
    public override string Kind => "case";

    public override IReadOnlyList<string> Parts => ["heading", "story", "outcome"];
}
