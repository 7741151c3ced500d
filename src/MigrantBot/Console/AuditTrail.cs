using System.Security.Claims;
using System.Text.RegularExpressions;
using MigrantBot.Core.Exchange;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>What was done by whom, for everybody who is here.</summary>
static partial class AuditTrail
{
    public sealed record RowView(long Seq, string Hour, string Actor, string Action, string Object);

    public sealed record HeadView(long Seq, string Hash);

    /// <summary>Where it was touched: <c>changed</c>, <c>missing</c> …, and which rows.</summary>
    public sealed record FaultView(string Wrong, long Row, long Last);

    public sealed record View(IEnumerable<RowView> Rows, long? Next, HeadView Head, bool IsWhole, FaultView? Fault);

    public static void Map(RouteGroupBuilder api) => api.MapGet("audit", Show);

    static async Task<View> Show(long? before, ClaimsPrincipal user, AuditLog audit, AuditWatch watch, CancellationToken cancellation)
    {
        var page = await audit.Page(before, cancellation);
        var fault = page.Fault ?? watch.Fault;
        return new(
            page.Rows.Select(row => new RowView(row.Seq, row.Hour, row.Actor, row.Action, ObjectFor(user, row))), page.Next,
            new(page.Head.Seq, page.Head.Hash), fault is null, fault is null ? null : new(Code.Of(fault.Wrong), fault.Row, fault.Last));
    }

    /// <summary>Who does not work on cases is neither told them apart nor how many: else they could be counted.</summary>
    static string ObjectFor(ClaimsPrincipal user, AuditRow row) =>
        user.IsInRole(Roles.Moderator) ? row.Object
        : row.Object.StartsWith(Audit.OfCase, StringComparison.Ordinal) ? Audit.OfCase.TrimEnd()
        : HowMany().Replace(row.Object, "");

    /// <summary>What the night deleted, what came back from the sheets: <c>3 cases</c>.</summary>
    [GeneratedRegex(@"^\d+ (?=cases?\b)")]
    private static partial Regex HowMany();
}
