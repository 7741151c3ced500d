namespace MigrantBot.Core.Awareness;

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
