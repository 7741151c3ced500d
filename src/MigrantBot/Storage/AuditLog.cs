using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>The audit as it is read and verified.</summary>
sealed class AuditLog(Database database)
{
    public const int PageSize = 50;

    /// <summary>Rows that are verified at a time.</summary>
    const int Step = 2000;

    const string Columns = "SELECT seq, hour, actor, action, object, prev, hash FROM audit";

    /// <summary>The newest rows, or the newest of those before this one; whether they hold was looked at, too.</summary>
    public Task<AuditPage> Page(long? before, CancellationToken cancellation) => Steadily(async (connection, anchor) =>
    {
        var head = await Mark(connection, "head");
        var rows = (await connection.QueryAsync<AuditRow>(
            $"{Columns} WHERE seq <= @newest ORDER BY seq DESC LIMIT {PageSize + 1}", new { newest = Math.Min(head.Seq, (before ?? long.MaxValue) - 1) })).ToList();
        var isLast = rows.Count <= PageSize;
        var shown = rows.Take(PageSize).ToList();
        var fault = AuditChain.Verify(Enumerable.Reverse(shown), isLast ? anchor : AuditMark.Of(rows[^1]))
            ?? (before is null ? AuditChain.VerifyEnd(shown is [var newest, ..] ? AuditMark.Of(newest) : anchor, head) : null);
        return (new AuditPage(shown, isLast ? null : shown[^1].Seq, head, fault), fault);
    }, cancellation);

    /// <summary>Verifies all rows there are; null when they are whole.</summary>
    public Task<AuditFault?> Check(CancellationToken cancellation) => Steadily(async (connection, anchor) =>
    {
        var fault = await Check(connection, anchor, cancellation);
        return (fault, fault);
    }, cancellation);

    /// <summary>Where the chain ends.</summary>
    public Task<AuditMark> Head(CancellationToken cancellation) => database.Read(connection => Mark(connection, "head"), cancellation);

    /// <summary>The row with this number, or null.</summary>
    public Task<AuditRow?> Find(long seq, CancellationToken cancellation) =>
        database.Read(connection => connection.QuerySingleOrDefaultAsync<AuditRow>($"{Columns} WHERE seq = @seq", new { seq }), cancellation);

    /// <summary>The row whose hash begins with these letters, or null.</summary>
    public Task<AuditRow?> Find(string hash, CancellationToken cancellation) =>
        database.Read(connection => connection.QueryFirstOrDefaultAsync<AuditRow>(
            $"{Columns} WHERE SUBSTR(hash, 1, @length) = @hash", new { hash, length = hash.Length }), cancellation);

    /// <summary>Asks again when the night has deleted the oldest rows under our eyes.</summary>
    Task<T> Steadily<T>(Func<DbConnection, AuditMark, Task<(T Result, AuditFault? Fault)>> look, CancellationToken cancellation) => database.Read(async connection =>
    {
        for (var anchor = await Mark(connection, "anchor"); ;)
        {
            var (result, fault) = await look(connection, anchor);
            var now = await Mark(connection, "anchor");
            if (fault is null || now == anchor)
                return result;
            anchor = now;
        }
    }, cancellation);

    static async Task<AuditFault?> Check(DbConnection connection, AuditMark anchor, CancellationToken cancellation)
    {
        var (last, isAnchored) = (anchor, anchor.Seq == 0);
        var head = await Mark(connection, "head");
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = (await connection.QueryAsync<AuditRow>($"{Columns} WHERE seq > @Seq ORDER BY seq LIMIT {Step}", new { last.Seq })).ToList();
            if (rows.Count == 0)
                return AuditChain.VerifyEnd(last, head) ?? (isAnchored ? null : new(AuditWrong.CutAtFront, 1, anchor.Seq));
            if (AuditChain.Verify(rows, last) is { } fault)
                return fault;
            isAnchored |= rows.Exists(row => row is { Actor: AuditRow.System, Action: AuditRow.Purge } && row.Object == AuditChain.Deleted(anchor.Seq));
            last = AuditMark.Of(rows[^1]);
            // Whoever has appended meanwhile has moved the head as well.
            head = await Mark(connection, "head");
        }
    }

    static Task<AuditMark> Mark(DbConnection connection, string mark) =>
        connection.QuerySingleAsync<AuditMark>("SELECT seq, hash FROM audit_head WHERE mark = @mark", new { mark });
}

/// <summary>Some rows, the newest first.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Next">What to ask for the older ones with; null when there are none.</param>
/// <param name="Head">Where the chain ends.</param>
/// <param name="Fault">What is wrong with these rows, or with the end.</param>
sealed record AuditPage(IReadOnlyList<AuditRow> Rows, long? Next, AuditMark Head, AuditFault? Fault);
