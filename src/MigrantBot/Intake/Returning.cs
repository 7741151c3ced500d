using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Intake;

/// <summary>Makes the keys of a receipt. That takes milliseconds by intention, so nobody may ask for it as often as they like.</summary>
delegate ReceiptKeys Derivation(Receipt receipt);

/// <summary>
/// Finds the report of somebody who comes back. What is unknown and what was withdrawn takes the same way and gives the same answer. Those with a
/// chat and those without (the web) are counted and wait apart, so that a flood on the web does not slow down Telegram; so do chats that have tried a
/// wrong receipt, so that who tries many is in nobody's way but his own. However many are wrong, the entrance is never shut: it gets slow.
/// </summary>
sealed class Returning(ReceiptStore receipts, ReturningReplies replies, Derivation derive, TimeProvider time) : IDisposable
{
    readonly (ReturningTries Tries, ReturningLane First, ReturningLane Again) chats = (new(time), new(time), new(time));
    readonly (ReturningTries Tries, ReturningLane All) web = (new(time), new(time));

    /// <summary>One derivation at a time, and each lane in its turn: however many come at once, the rest of the house has the other processors.</summary>
    readonly SemaphoreSlim deriving = new(1, 1);

    /// <param name="receipt">What somebody came back with.</param>
    /// <param name="chat">Where from; null on the web.</param>
    /// <param name="shows">The <see cref="Reply.Start"/> of the reply that is about to be shown, if one is: its day is remembered for moderators.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<Found> Find(Receipt receipt, ChatKey? chat, string? shows, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var tries = chat is null ? web.Tries : chats.Tries;
        if (tries.AreUsedUp(chat))
            return new Found.TooOften();
        var lane = chat is null ? web.All : tries.HasTried(chat) ? chats.Again : chats.First;
        return await lane.Wait(() => Try(receipt, chat, tries, shows, now, cancellation), () => tries.AreMany, cancellation);
    }

    async Task<Found> Try(Receipt receipt, ChatKey? chat, ReturningTries tries, string? shows, DateTimeOffset now, CancellationToken cancellation)
    {
        if (tries.AreUsedUp(chat))
            return new Found.TooOften();
        using var keys = await Derive(receipt, cancellation);
        // What has begun is counted, also when the one who asked has gone: or work could be had for nothing by hanging up.
        if (await receipts.Find(keys.Lookup, now, CancellationToken.None) is { } row)
            return await Show(row, keys, shows, DateOnly.FromDateTime(now.UtcDateTime), cancellation);
        tries.Count(chat);
        return new Found.Nothing();
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
        chats.First.Dispose();
        chats.Again.Dispose();
        web.All.Dispose();
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
}
