using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>Lists of cases, by the names of the code list. A name that there is not is a mistake of the page.</summary>
static class Queue
{
    public sealed record Page(IReadOnlyList<CaseView> Cases, string? Next, TallyView Tally);

    public sealed record TallyView(long New, long Urgent, long Overdue)
    {
        public static TallyView Of(Tally tally) => new(tally.Fresh, tally.Urgent, tally.Overdue);
    }

    public static void Map(RouteGroupBuilder api) => api.MapGet("queue", Read);

    static async Task<Results<Ok<Page>, BadRequest>> Read(
        string? view, string? status, string? language, string? region, string? type, bool? overdue, string? after,
        ClaimsPrincipal user, QueueStore cases, TimeProvider clock, CancellationToken cancellation)
    {
        var (me, now) = (user.ModeratorId(), clock.GetUtcNow());
        if (!IsName(view, out Shelf? shelf) || !IsName(status, out CaseStatus? only) || !IsName(region, out RegionCell? cell) || !IsName(type, out CaseType? kind)
            || language?.Any(char.IsControl) == true)
            return TypedResults.BadRequest();
        var asked = new QueueAsked(me, shelf ?? Shelf.Mine, now)
        {
            Status = only,
            Language = string.IsNullOrEmpty(language) ? null : language,
            Region = cell,
            Type = kind,
            IsOverdue = overdue ?? false,
            After = QueuePlace.Read(after),
        };
        var (page, tally) = await cases.Look(asked, cancellation);
        return TypedResults.Ok(new Page([.. page.Cases.Select(row => CaseView.Of(row, me, now))], page.Next?.ToString(), TallyView.Of(tally)));
    }

    /// <summary>Nothing at all is no name, and no mistake.</summary>
    static bool IsName<T>(string? name, out T? value) where T : struct, Enum
    {
        value = string.IsNullOrEmpty(name) ? null : Code.Read<T>(name);
        return string.IsNullOrEmpty(name) || value is not null;
    }
}
