using MigrantBot.Core.Moderation;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>What became of a request that needs two people.</summary>
abstract record Confirmation
{
    Confirmation() { }

    /// <param name="Approval">What was asked for.</param>
    /// <param name="Second">The handle of who confirmed it, or dropped it.</param>
    public sealed record Done(Approval Approval, string Second) : Confirmation;

    public sealed record Refused(SecondRefusal Refusal) : Confirmation;

    /// <summary>There is no such request: it has expired, was dropped, or done; or it is not for the eyes of who asks.</summary>
    public sealed record Nothing : Confirmation;
}
