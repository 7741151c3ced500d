using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;
using MigrantBot.Storage;

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

    public async Task<Found> Find(Receipt receipt, ChatKey? chat, CancellationToken cancellation)
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
                return Outlook.Of(row, await replies.Open(row.ReportId, keys.Pair, cancellation), DateOnly.FromDateTime(now.UtcDateTime));
            lane.Tries.Count(chat);
            return new Found.Nothing();
        }
        finally
        {
            lane.Turn.Release();
        }
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
