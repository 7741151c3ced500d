using System.Security.Cryptography;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Intake;

/// <summary>
/// What moderators answered. Whoever can write to the database can put a reply there, so what no moderator signed for this very place is not
/// shown, and an alarm is raised: once for each reply, without a word that could lead to the reporter.
/// </summary>
sealed partial class ReturningReplies(ReceiptStore receipts, Roster roster, ILogger<ReturningReplies> log)
{
    /// <summary>After so many alarms one more says nothing new.</summary>
    const int MostAlarms = 1000;

    readonly Lock gate = new();
    readonly HashSet<string> alarmed = [];

    public async Task<IReadOnlyList<Reply>> Open(string reportId, ECDiffieHellman pair, CancellationToken cancellation)
    {
        var rows = await receipts.Replies(reportId, cancellation);
        if (rows.Count == 0)
            return [];
        List<Reply> opened = [];
        var signers = await roster.Signers(cancellation);
        foreach (var row in rows)
            if (Open(row, signers.KeysOf(row.Author, row.SignKey), reportId, pair) is { } words)
                opened.Add(new(row.Id, row.Day, words));
            else if (IsNews(row.Id))
                LogForged();
        return opened;
    }

    static Words? Open(ReplyRow row, IEnumerable<byte[]> authors, string reportId, ECDiffieHellman pair)
    {
        if (row is not { Signature: { } signature, Id.Length: >= Reply.StartLength } || !Binding.IsId(row.Id))
            return null;
        var place = new Binding(reportId, row.Id, Direction.Reply);
        if (!authors.Any(author => AuthorSignature.Verify(author, place, row.Body, signature)))
            return null;
        var text = Envelope.Open(row.Body, row.SealedKey, place, pair);
        using var erasing = new Erasing(text);
        return text is null ? null : ReplyText.Read(text);
    }

    bool IsNews(string replyId)
    {
        lock (gate)
            return alarmed.Count < MostAlarms && alarmed.Add(replyId);
    }

    [LoggerMessage(LogLevel.Critical,
        "A reply in the database was not signed by a moderator, or was changed since. It is not shown. Somebody may be writing to the database to mislead "
        + "reporters: find out who can, change its password, tell the moderators, and compare the replies with a backup.")]
    partial void LogForged();
}
