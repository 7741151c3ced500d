using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Transcripts;

/// <summary>What the host would have stored of one transcript's reports, by receipt; in it moderators read and answer.</summary>
sealed class Kept
{
    readonly Dictionary<Receipt, Found.Case> cases = [];
    bool isTiredOfGuessing;

    /// <summary>The receipt given last, as its owner has it on paper.</summary>
    internal Receipt? Last { get; private set; }

    internal Found Find(Receipt receipt) =>
        isTiredOfGuessing ? new Found.TooOften() : cases.TryGetValue(receipt, out var found) ? found : new Found.Nothing();

    internal void Carry(Effect effect)
    {
        switch (effect)
        {
            case SubmitReport { WithReceipt: true } submit:
                Last = Some.ReceiptOf(submit.Report.Draft.Secret);
                cases.TryAdd(Last, new(Standing.Waiting, Some.Day, Some.Day.AddDays(3), Some.Day.AddDays(180), [], ReplyWasLost: false));
                break;
            case WithdrawReport withdraw:
                cases.Remove(withdraw.Receipt);
                break;
            case DeleteReply delete:
                cases[delete.Receipt] = cases[delete.Receipt] with { Replies = [.. cases[delete.Receipt].Replies.Where(reply => reply.Start != delete.Start)] };
                break;
        }
    }

    /// <summary>What happens meanwhile, elsewhere; false where it is not known.</summary>
    internal bool Meanwhile(string what)
    {
        var found = Last is { } receipt && cases.TryGetValue(receipt, out var known) ? known : null;
        Found.Case? after = what.Split(':', 2) switch
        {
            ["a moderator reads"] => found! with { Standing = Standing.BeingRead },
            ["a moderator waits for words"] => found! with { Standing = Standing.AskedBack },
            ["a moderator finds the same case"] => found! with { Standing = Standing.Duplicate },
            ["a moderator accepts"] => found! with { Standing = Standing.Accepted },
            ["a moderator answers", var words] => found! with { Replies = [.. found.Replies, new($"{found.Replies.Count:x8}ffff", Some.Day.AddDays(2), new(words.Trim()))] },
            ["an answer is deleted unread"] => found! with { Replies = [], ReplyWasLost = true },
            _ => null,
        };
        if (after is not null)
            cases[Last!] = after;
        if (what != "others try wrong numbers")
            return after is not null;
        return isTiredOfGuessing = true;
    }
}
