namespace MigrantBot.Tests.Console;

/// <summary>What a test of the console starts from: nobody enrolled, nothing told.</summary>
public abstract class ConsoleTest : IAsyncLifetime
{
    private protected ConsoleHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await ConsoleHost.Start();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
