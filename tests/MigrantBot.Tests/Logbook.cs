using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MigrantBot.Tests;

/// <summary>Keeps what is logged.</summary>
sealed class Logbook<T> : ILogger<T>
{
    readonly ConcurrentQueue<string> lines = [];

    public IReadOnlyList<string> Lines => [.. lines];

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
}
