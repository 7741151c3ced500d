namespace MigrantBot.Core.Awareness;

/// <summary>A way in which people are pressed or tricked: how it goes, and what to do. Its topic is a situation.</summary>
public sealed record Pattern(string Id, Topic Topic, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
    : TopicCard(Id, Topic, Sources, CheckedOn, ReviewBy)
{
    public override string Kind => "pattern";

    public override IReadOnlyList<string> Parts => ["heading", "how", "do"];
}
