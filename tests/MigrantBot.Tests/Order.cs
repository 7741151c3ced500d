using Xunit.Abstractions;

[assembly: TestCollectionOrderer("MigrantBot.Tests.LongestFirst", "MigrantBot.Tests")]

// More than there are cores: most tests wait, for a browser, another process or a database. Each has its own host, port and database.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace MigrantBot.Tests;

/// <summary>For what looks at the memory of this very process: it comes when all else is over, since what others take and leave meanwhile would be seen.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LastAndAlone
{
    public const string Name = nameof(LastAndAlone);
}

/// <summary>What takes a minute and more begins first, so that nothing long is left when all else is done.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly string[] First = [nameof(Journeys.MemoryHuntTests), nameof(Journeys.KillAtEachStepTests), Journeys.JourneyTests.Name, nameof(Crawl.CrawlTests), Storage.PostgresTests.Name];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Place);

    static int Place(ITestCollection collection) =>
        Array.FindIndex(First, name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal)) is >= 0 and var place ? place : First.Length;
}
