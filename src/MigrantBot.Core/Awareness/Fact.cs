namespace MigrantBot.Core.Awareness;

/// <summary>A rule of law, a right, a figure, or what can still be done. <paramref name="HasDetail"/>: it has a paragraph that may be folded.</summary>
public sealed record Fact(string Id, Topic Topic, bool HasDetail, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
    : TopicCard(Id, Topic, Sources, CheckedOn, ReviewBy)
{
    public override string Kind => "fact";

    public override IReadOnlyList<string> Parts => HasDetail ? ["heading", "text", Detail] : ["heading", "text"];

    /// <summary>The key of the folded paragraph.</summary>
    public const string Detail = "detail";
}
