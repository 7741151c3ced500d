using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>What a receipt leads to.</summary>
public abstract record Found
{
    Found() { }

    /// <summary>No report: never there, withdrawn, or deleted by age. Nobody can tell which.</summary>
    public sealed record Nothing : Found;

    /// <summary>Too many wrong receipts in the last hour; this one was not looked at.</summary>
    public sealed record TooOften : Found;

    /// <summary>The report, as its reporter may know it. <paramref name="ReplyWasLost"/>: one grew too old before it was read.</summary>
    public sealed record Case(
        Standing Standing, DateOnly ReceivedOn, DateOnly LookAgainOn, DateOnly KeptUntil, IReadOnlyList<Reply> Replies, bool ReplyWasLost) : Found;
}

/// <summary>How far a report has come, in the reporter's eyes.</summary>
public enum Standing { Waiting, BeingRead, Accepted, Rejected }

/// <summary>What a moderator wrote to the reporter; it was signed by that moderator.</summary>
public sealed record Reply(string Id, DateOnly Day, Words Words);
