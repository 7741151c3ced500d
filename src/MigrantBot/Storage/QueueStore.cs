using System.Data.Common;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Which cases a list is of: sealed to me, held by me, all that are worked on, or decided by me.</summary>
enum Shelf { Mine, Held, All, Decided }

/// <summary>What is asked of the queue. Without a status: what is open or accepted; in the list of decided cases whatever was decided.</summary>
sealed record QueueAsked(string Me, Shelf Shelf, DateTimeOffset At)
{
    public CaseStatus? Status { get; init; }
    public string? Language { get; init; }
    public RegionCell? Region { get; init; }
    public CaseType? Type { get; init; }
    public bool IsOverdue { get; init; }
    public QueuePlace? After { get; init; }

    /// <summary>Some cases are left out by more than the list itself.</summary>
    public bool IsFiltered => this is not { Status: null, Language: null, Region: null, Type: null, IsOverdue: false };

    public DateOnly Today => DateOnly.FromDateTime(At.UtcDateTime);
}

/// <summary>A page of cases, and where the next one begins: null at the end. With a filter that few pass a page may be short, or empty, before the end.</summary>
sealed record QueuePage(IReadOnlyList<CaseRow> Cases, QueuePlace? Next);

/// <summary>Lists of cases. A page is found by its place, so what changes meanwhile neither repeats nor hides what does not.</summary>
sealed class QueueStore(Database database)
{
    public const int PageSize = 50;

    public Task<QueuePage> Page(QueueAsked asked, CancellationToken cancellation) => database.Read(connection => Page(connection, asked), cancellation);

    /// <summary>A page and what waits besides it, as a list is shown: by one connection, for each costs PostgreSQL a cleaning.</summary>
    public Task<(QueuePage Page, Tally Tally)> Look(QueueAsked asked, CancellationToken cancellation) =>
        database.Read(async connection => (await Page(connection, asked), await Tallying.Read(connection, asked.Me, asked.Today)), cancellation);

    static Task<QueuePage> Page(DbConnection connection, QueueAsked asked) =>
        asked.Shelf == Shelf.Decided ? DecidedPage.Read(connection, asked) : WorkPage.Read(connection, asked);

    /// <summary>What waits among the cases sealed to this moderator. Above <see cref="Tally.Most"/> nobody counts on.</summary>
    public Task<Tally> Count(string me, DateOnly today, CancellationToken cancellation) => database.Read(connection => Tallying.Read(connection, me, today), cancellation);
}
