using System.Data.Common;
using Dapper;

namespace MigrantBot.Storage;

/// <summary>
/// Says that something was committed, in this process or another: one watch for all who listen, on one connection, and only while somebody does. It
/// does not know what it was, says it at most once a second, and sometimes without need.
/// </summary>
sealed partial class Changes(Database database, TimeProvider clock, ILogger<Changes> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(5);

    readonly Lock gate = new();
    TaskCompletionSource change = Fresh();
    TaskCompletionSource somebody = Fresh();
    int listeners;

    /// <summary>Done at the first change from now on. To miss none: take it, read, and wait for it afterwards.</summary>
    public Task Next
    {
        get
        {
            lock (gate)
                return change.Task;
        }
    }

    /// <summary>The watch goes on until all who listen have put this away.</summary>
    public IDisposable Listen()
    {
        lock (gate)
            if (++listeners == 1)
                somebody.SetResult();
        return new Listener(this);
    }

    /// <summary>An edge: a database that does not answer is said once a try, and asked again.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Somebody().WaitAsync(stoppingToken);
            try
            {
                await database.Read(connection => Watch(connection, stoppingToken), stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                NotWatched(log, trouble.GetType().Name);
                await Task.Delay(PauseAfterTrouble, clock, stoppingToken);
            }
        }
    }

    /// <summary>What was committed before the watch began is told as a change too: nobody knows whether it was seen.</summary>
    async Task<bool> Watch(DbConnection connection, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Every, clock);
        for (string? seen = null; Somebody().IsCompleted; await timer.WaitForNextTickAsync(cancellation))
        {
            var mark = await connection.ExecuteScalarAsync<string>(new CommandDefinition(database.AskForMark, cancellationToken: cancellation));
            if (mark != seen)
                Tell();
            seen = mark;
        }
        return true;
    }

    void Tell()
    {
        TaskCompletionSource told;
        lock (gate)
            (told, change) = (change, Fresh());
        told.SetResult();
    }

    Task Somebody()
    {
        lock (gate)
            return somebody.Task;
    }

    void Leave()
    {
        lock (gate)
            if (--listeners == 0)
                somebody = Fresh();
    }

    static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "Open pages of the console are not told of changes, since the database does not answer ({Kind}); it is asked again every five seconds. Until then moderators press Refresh.")]
    static partial void NotWatched(ILogger log, string kind);

    sealed class Listener(Changes changes) : IDisposable
    {
        Changes? changes = changes;

        public void Dispose() => Interlocked.Exchange(ref changes, null)?.Leave();
    }
}
