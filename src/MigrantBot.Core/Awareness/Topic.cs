namespace MigrantBot.Core.Awareness;

/// <summary>The lists of cards: what one can want to know, and (from <see cref="Police"/> on) in which situation one can be pressed.</summary>
public enum Topic
{
    Laws, Cases, Refusals, Numbers, Rules, Happened, Rights,
    Police, Raid, Migration, Prison, Office, Job, Passport, Home,
}

/// <summary>Which topics belong together.</summary>
public static class Topics
{
    /// <summary>The situations, each with its patterns of coercion.</summary>
    public static IReadOnlyList<Topic> Situations { get; } = [.. Enum.GetValues<Topic>().Where(topic => topic >= Topic.Police)];
}
