using System.Security.Claims;
using MigrantBot.Core.Exchange;
using MigrantBot.Publications;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>What was done by whom, for everybody who is here.</summary>
static class AuditTrail
{
    public sealed record RowView(long Seq, string Hour, string Actor, string Action, string Object);

    public sealed record HeadView(long Seq, string Hash);

    /// <summary>Where it was touched: <c>changed</c>, <c>missing</c> …, and which rows.</summary>
    public sealed record FaultView(string Wrong, long Row, long Last);

    /// <summary>What of the publications is not as it was: <c>json</c>, <c>gone</c> …, and which.</summary>
    public sealed record TouchedView(string Wrong, string Period, long Row);

    public sealed record View(IEnumerable<RowView> Rows, long? Next, HeadView Head, bool IsWhole, FaultView? Fault, IEnumerable<TouchedView> Touched);

    public static void Map(RouteGroupBuilder api) => api.MapGet("audit", Show);

    static async Task<View> Show(long? before, ClaimsPrincipal user, AuditLog audit, AuditWatch watch, PublicationWatch publications, CancellationToken cancellation)
    {
        var page = await audit.Page(before, cancellation);
        var fault = page.Fault ?? watch.Fault;
        return new(
            page.Rows.Select(row => new RowView(row.Seq, row.Hour, row.Actor, row.Action, ObjectFor(user, row.Object))), page.Next,
            new(page.Head.Seq, page.Head.Hash), fault is null, fault is null ? null : new(Code.Of(fault.Wrong), fault.Row, fault.Last),
            publications.Faults.Select(one => new TouchedView(Code.Of(one.Wrong), one.Period, one.Row)));
    }

    /// <summary>Who does not work on cases is not told them apart, nor how many there were: else they could be counted.</summary>
    static string ObjectFor(ClaimsPrincipal user, string about) =>
        user.IsInRole(Roles.Moderator) ? about
        : about.StartsWith(Audit.OfCase, StringComparison.Ordinal) ? Audit.OfCase.TrimEnd()
        : about.IndexOf(Audit.OfCases, StringComparison.Ordinal) is >= 0 and var at ? $"{about[..at]}{Audit.OfCases.TrimEnd(' ', ':')}"
        : about;
}
