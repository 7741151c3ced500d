using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>What there is under a receipt. Unknown and taken back are one and the same, so that nobody learns which.</summary>
public abstract record Found
{
    Found() { }

    public sealed record Nothing : Found;

    /// <summary>Too many wrong receipts were tried; nobody looked.</summary>
    public sealed record TooOften : Found;

    /// <summary>A report: how far it has come, when it is worth looking again, until when it is kept, and what waits to be read.</summary>
    public sealed record Case(
        Standing Standing, DateOnly ReceivedOn, DateOnly LookAgainOn, DateOnly KeptUntil, IReadOnlyList<Reply> Replies, bool ReplyWasLost) : Found;
}

/// <summary>How far a report has come, as its reporter may know it.</summary>
public enum Standing { Waiting, BeingRead, Accepted, Rejected, AskedBack, Duplicate }

/// <summary>What a moderator wrote and signed to the reporter.</summary>
public sealed record Reply(string Id, DateOnly Day, Words Words)
{
    public const int StartLength = 8;

    /// <summary>Enough of the id to tell the replies of one report apart.</summary>
    public string Start => Id[..StartLength];
}

/// <summary>Seal and store more words to the report of this receipt; the same secret again changes nothing.</summary>
public sealed record AddWords(Receipt Receipt, UInt128 Secret, Language Language, Words? Words, bool IsSealed = false) : Effect
{
    /// <summary>The secret does not print.</summary>
    public override string ToString() => nameof(AddWords);
}

/// <summary>Delete everything of the report of this receipt.</summary>
public sealed record WithdrawReport(Receipt Receipt) : Effect;

/// <summary>Delete a reply that was read, by the <see cref="Reply.Start"/> of its id.</summary>
public sealed record DeleteReply(Receipt Receipt, string Start) : Effect;
