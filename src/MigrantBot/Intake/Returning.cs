using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Intake;

/// <summary>Makes the keys of a receipt. That takes milliseconds by intention, so nobody may ask for it as often as they like.</summary>
delegate ReceiptKeys Derivation(Receipt receipt);

/// <summary>
/// Finds the report of somebody who comes back. What is unknown and what was withdrawn takes the same way and gives the same answer. Those with a
/// chat and those without (the web) are counted and wait apart, so that a flood on the web does not close Telegram.
/// </summary>
sealed class Returning(ReceiptStore receipts, ReturningReplies replies, Derivation derive, TimeProvider time) : IDisposable
{
    readonly Lane chats = new(time);
    readonly Lane web = new(time);

    /// <summary>One derivation at a time: however many come at once, the rest of the house has the other processors.</summary>
    readonly SemaphoreSlim deriving = new(1, 1);

    /// <param name="receipt">What somebody came back with.</param>
    /// <param name="chat">Where from; null on the web.</param>
    /// <param name="shows">The <see cref="Reply.Start"/> of the reply that is about to be shown, if one is: its day is remembered for moderators.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<Found> Find(Receipt receipt, ChatKey? chat, string? shows, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var lane = chat is null ? web : chats;
        if (lane.Tries.AreUsedUp(chat))
            return new Found.TooOften();
        await lane.Turn.WaitAsync(cancellation);
        try
        {
            if (lane.Tries.AreUsedUp(chat))
                return new Found.TooOften();
            using var keys = await Derive(receipt, cancellation);
            // What has begun is counted, also when the one who asked has gone: or work could be had for nothing by hanging up.
            if (await receipts.Find(keys.Lookup, now, CancellationToken.None) is { } row)
                return await Show(row, keys, shows, DateOnly.FromDateTime(now.UtcDateTime), cancellation);
            lane.Tries.Count(chat);
            return new Found.Nothing();
        }
        finally
        {
            lane.Turn.Release();
        }
    }

    async Task<Found.Case> Show(ReceiptRow row, ReceiptKeys keys, string? shows, DateOnly today, CancellationToken cancellation)
    {
        var opened = await replies.Open(row.ReportId, keys.Pair, cancellation);
        if (row.ReplyTakenOn != today && opened.Any(reply => reply.Start == shows))
            await receipts.Taken(row.ReportId, today, cancellation);
        return Outlook.Of(row, opened, today);
    }

    public void Dispose()
    {
        chats.Turn.Dispose();
        web.Turn.Dispose();
        deriving.Dispose();
    }

    async Task<ReceiptKeys> Derive(Receipt receipt, CancellationToken cancellation)
    {
        await deriving.WaitAsync(cancellation);
        try
        {
            return derive(receipt);
        }
        finally
        {
            deriving.Release();
        }
    }

    /// <summary>Who waits for one another, and is counted together. In turn, so that no number of attempts at once exceeds what may be tried.</summary>
    sealed class Lane(TimeProvider time)
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public ReturningTries Tries { get; } = new(time);
    }
}
