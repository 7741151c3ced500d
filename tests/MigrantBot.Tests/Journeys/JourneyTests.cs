using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Journeys;

/// <summary>Journeys that need a browser and, once, PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class JourneyTests : ICollectionFixture<Chromium>, ICollectionFixture<PostgresServer>
{
    public const string Name = "Journeys";
}
