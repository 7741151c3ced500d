using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MigrantBot.Channels.Telegram;
using MigrantBot.Content;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;
using MigrantBot.Tests.Emulator;

namespace MigrantBot.Tests.Channels.Telegram;

/// <summary>The whole channel as it runs, polling an emulator, with a stand-in for the rest of the house.</summary>
sealed class TestBot : IAsyncDisposable
{
    readonly IHost host;
    readonly ConcurrentQueue<string> logs;

    TestBot(IHost host, ConcurrentQueue<string> logs) => (this.host, this.logs) = (host, logs);

    /// <summary>Everything logged, down to the finest level.</summary>
    public string Log => string.Join('\n', logs);

    /// <summary>Chats that the house was told to let go of.</summary>
    public required IReadOnlyCollection<ChatKey> Forgotten { get; init; }

    public Tally Tally => host.Services.GetRequiredService<Tally>();

    public Chats Chats => host.Services.GetRequiredService<Chats>();

    public Briefs Briefs => host.Services.GetRequiredService<Briefs>();

    public Held Held => host.Services.GetRequiredService<Held>();

    public IHost Host => host;

    public static Task<TestBot> Start(BotApiEmulator emulator, Func<Asked, Screen> answer, TimeProvider? time = null, TelegramOptions? options = null) =>
        Start(emulator, (asked, _) => Task.FromResult(answer(asked)), time, options);

    /// <param name="emulator">Telegram.</param>
    /// <param name="answer">The house.</param>
    /// <param name="time">Whose time it is.</param>
    /// <param name="options">Where something else is to be set than where Telegram is.</param>
    /// <param name="say">The words of the screens, where they are not their keys.</param>
    public static Task<TestBot> Start(
        BotApiEmulator emulator, Func<Asked, CancellationToken, Task<Screen>> answer, TimeProvider? time = null, TelegramOptions? options = null,
        Func<Language, Line, string>? say = null) =>
        Start(Build(emulator, answer, time, options, say: say));

    /// <summary>With screens that play something: <paramref name="recordings"/> has their files.</summary>
    public static Task<TestBot> Start(
        BotApiEmulator emulator, Func<Asked, Screen> answer, Func<Recording, RecordingFile> recordings, TimeProvider? time = null, TelegramOptions? options = null) =>
        Start(Build(emulator, (asked, _) => Task.FromResult(answer(asked)), time, options, recordings));

    static async Task<TestBot> Start(TestBot bot)
    {
        await bot.host.StartAsync();
        await bot.host.Services.GetServices<IHostedService>().OfType<Introduction>().Single().ExecuteTask!;
        return bot;
    }

    public static TestBot Build(
        BotApiEmulator emulator, Func<Asked, CancellationToken, Task<Screen>> answer, TimeProvider? time = null, TelegramOptions? options = null,
        Func<Recording, RecordingFile>? recordings = null, Func<Language, Line, string>? say = null)
    {
        var (logs, forgotten) = (new ConcurrentQueue<string>(), new ConcurrentQueue<ChatKey>());
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Capturing(logs));
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddTelegram(
            options ?? new TelegramOptions(BotApiEmulator.Token) { BaseUrl = emulator.BaseUrl },
            _ => new House(
                async (asked, cancellation) => With(recordings, await answer(asked, cancellation)) with { Say = say ?? TestScreens.Say },
                _ => new(TestScreens.Screen("sorry"), TestScreens.Say),
                forgotten.Enqueue,
                TestScreens.Say));
        return new TestBot(builder.Build(), logs) { Forgotten = forgotten };
    }

    static Answered With(Func<Recording, RecordingFile>? recordings, Screen screen) =>
        new(screen, TestScreens.Say) { Plays = screen.Plays is { } recording ? recordings?.Invoke(recording) : null };

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    sealed class Capturing(ConcurrentQueue<string> logs) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            logs.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
