namespace MigrantBot.Intake;

/// <summary>Looks for readers every few seconds: moderators may enrol in another process.</summary>
sealed partial class ReadersWatch(Readers readers, TimeProvider time, ILogger<ReadersWatch> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await readers.Look(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                DatabaseDoesNotAnswer(log, trouble.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not say who can read reports ({Kind}); the last answer stands, and we ask again.")]
    static partial void DatabaseDoesNotAnswer(ILogger log, string kind);
}
