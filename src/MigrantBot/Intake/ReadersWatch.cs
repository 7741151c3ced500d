namespace MigrantBot.Intake;

/// <summary>Looks for readers every few seconds: moderators may enrol in another process.</summary>
sealed partial class ReadersWatch(Readers readers, TimeProvider time, ILogger<ReadersWatch> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Looks once before any channel opens: a report that comes again after a restart must not be told that nobody can read it.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Look(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Look(stoppingToken);
    }

    async Task Look(CancellationToken cancellation)
    {
        try
        {
            await readers.Look(cancellation);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            DatabaseDoesNotAnswer(log, trouble.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not say who can read reports ({Kind}); the last answer stands, and we ask again.")]
    static partial void DatabaseDoesNotAnswer(ILogger log, string kind);
}
