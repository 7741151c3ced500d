namespace MigrantBot.Core.Awareness;

/// <summary>A card that stands in the list of a topic.</summary>
public abstract record TopicCard(string Id, Topic Topic, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
    : Card(Id, Sources, CheckedOn, ReviewBy)
{
    /// <summary>True where a citizen of that country is spoken to; null is somebody who has not said.</summary>
    internal bool IsFor(Exchange.Country? citizenship) => citizenship is not { } country || Countries.Count == 0 || Countries.Contains(country);
}
