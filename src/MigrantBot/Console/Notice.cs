using MigrantBot.Core.Moderation;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>
/// A line for the moderators' group: how much is new, and how much of it is urgent; never what, from where or when. Only when something waits that was not
/// among what waited at the look before, and never sooner than the pause between two looks.
/// </summary>
sealed partial class Notice(UnopenedReports reports, Notice.Saying say, NoticeOptions options, TimeProvider clock, ILogger<Notice> log) : BackgroundService
{
    /// <summary>Brings the line to the group; false where it did not arrive.</summary>
    public delegate Task<bool> Saying(string line, CancellationToken cancellation);

    HashSet<string> known = [];
    int looks;

    /// <summary>How often it has looked.</summary>
    public int Looks => Volatile.Read(ref looks);

    public static string Line(IReadOnlyCollection<UnopenedReport> waiting, NoticeTongue tongue)
    {
        var (fresh, urgent) = (waiting.Count, waiting.Count(one => one is { Urgency: >= Urgency.Critical, Flood: 0 }));
        return tongue switch
        {
            NoticeTongue.En => $"{fresh} new, {urgent} urgent",
            NoticeTongue.Ru => $"новых: {fresh}, срочных: {urgent}",
            _ => throw new ArgumentOutOfRangeException(nameof(tongue), tongue, "Say the line in this language here."),
        };
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Every, clock);
        for (; await timer.WaitForNextTickAsync(stoppingToken); Interlocked.Increment(ref looks))
            await Look(stoppingToken);
    }

    /// <summary>An edge: what fails is said, and tried again at the next look.</summary>
    async Task Look(CancellationToken cancellation)
    {
        try
        {
            var waiting = await reports.All(cancellation);
            if (waiting.All(one => known.Contains(one.Id)) || await say(Line(waiting, options.Tongue), cancellation))
                known = [.. waiting.Select(one => one.Id)];
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            NotSaid(log, trouble.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The moderators' group could not be told what is new ({Kind}); it is tried again at the next look. See that the database answers.")]
    static partial void NotSaid(ILogger log, string kind);
}
