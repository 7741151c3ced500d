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

    /// <summary>The case was accepted or rejected before.</summary>
    AlreadyDecided,

    /// <summary>The moderator's own claim has run out.</summary>
    LeaseOver,

    /// <summary>The moderator has not claimed the case.</summary>
    NotYours,

    /// <summary>The case has changed since the moderator read it; words may have been added.</summary>
    ReadAgain,

    /// <summary>The reporter took no receipt, so there is no key to answer to.</summary>
    NoReceipt,

    /// <summary>The answer is sealed to others than the reporter and those who may read the case now.</summary>
    KeysOutOfDate,

    /// <summary>Something in the answer has not the size or shape that it has in the format.</summary>
    NotWellMade,

    /// <summary>The signature under the answer is not the author's, or was made for other words or another case.</summary>
    NotSignedByYou,

    /// <summary>An answer with this id is there already.</summary>
    AlreadySent,

    /// <summary>The moderator is not on the signed list of those who may read, or no such list holds.</summary>
    NotListed,
}
