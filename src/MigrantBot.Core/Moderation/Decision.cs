namespace MigrantBot.Core.Moderation;

/// <summary>What became of a request about a case.</summary>
public abstract record Decision
{
    Decision() { }

    /// <summary>The case as it is to be saved.</summary>
    public sealed record Made(Case Case) : Decision;

    public sealed record Refused(Refusal Refusal) : Decision;
}

/// <summary>Why a moderator may not do what was asked.</summary>
public enum Refusal
{
    /// <summary>Another moderator's claim is running.</summary>
    HeldBySomebodyElse,

    /// <summary>The case has ended, or was accepted before.</summary>
    AlreadyDecided,

    /// <summary>The claim under which this was begun has run out, or was another one.</summary>
    LeaseOver,

    /// <summary>The moderator has not claimed the case.</summary>
    NotYours,

    /// <summary>The case has changed since the moderator read it; words may have been added.</summary>
    ReadAgain,

    /// <summary>The reporter took no receipt, so there is no key to answer to.</summary>
    NoReceipt,

    /// <summary>The answer or note is sealed to others than those who are to read it now.</summary>
    KeysOutOfDate,

    /// <summary>Something in what was sent has not the size or shape that it has in the format.</summary>
    NotWellMade,

    /// <summary>The signature under the answer or note is not the author's, or was made for other words or another case.</summary>
    NotSignedByYou,

    /// <summary>An answer or note with this id is there already.</summary>
    AlreadySent,

    /// <summary>Nothing was written to the reporter that could be waited for.</summary>
    NotAskedYet,

    /// <summary>Only an accepted case can be closed.</summary>
    NotAcceptedYet,

    /// <summary>The case has not ended, so it need not be opened again: it can be claimed.</summary>
    StillOpen,

    /// <summary>The case that this one is said to repeat is the same, is a duplicate itself, or is not there for this moderator.</summary>
    NotAnOriginal,

    /// <summary>The moderator has opened as many different cases today as one person should read.</summary>
    CapReached,

    /// <summary>The moderator has claimed as many cases without opening them as one person should keep from others.</summary>
    HoldsEnough,

    /// <summary>What was answered by button has been counted and deleted; there is nothing left to correct.</summary>
    FacetsGone,

    /// <summary>The moderator is not on the signed list of those who may read, or no such list holds.</summary>
    NotListed,
}
