namespace MigrantBot.Storage.Rows;

/// <summary>A report as the queue and the case page show it to one moderator: everything but the sealed text.</summary>
sealed record CaseRow
{
    public string Id { get; init; } = "";
    public DateOnly ReceivedOn { get; init; }
    public string Language { get; init; } = "";
    public long Urgency { get; init; }
    public string UrgencyReason { get; init; } = "";
    public string Status { get; init; } = "";

    /// <summary>The handle of the moderator who overruled the urgency; null where it is as it was reckoned.</summary>
    public string? UrgencyBy { get; init; }

    /// <summary>The day since which it waits for a moderator.</summary>
    public DateOnly WaitsSince { get; init; }

    /// <summary>Of the queue: the lower, the sooner.</summary>
    public long Turn { get; init; }

    /// <summary>The last one, if there was any: its status by name, its day, who decided, and of a duplicate the case that it repeats.</summary>
    public string? Verdict { get; init; }
    public DateOnly? VerdictOn { get; init; }
    public string? DecidedBy { get; init; }
    public string? DuplicateOf { get; init; }

    public string? ClaimedBy { get; init; }
    public long? ClaimUntil { get; init; }
    public long ClaimFence { get; init; }
    public string? Holder { get; init; }
    public long Version { get; init; }

    /// <summary>0 no, 1 came during a flood, 2 repeated.</summary>
    public long Flood { get; init; }

    /// <summary>When a moderator last got all its words; null while there are some that nobody has opened.</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>Since when it is old enough to be deleted although nobody has opened it; it goes two weeks later.</summary>
    public DateOnly? WarnedOn { get; init; }

    /// <summary>When a reply was last deleted by age before the reporter took it; the next reply ends it.</summary>
    public DateOnly? ReplyLostOn { get; init; }

    /// <summary>The last day on which the reporter was shown a reply.</summary>
    public DateOnly? ReplyTakenOn { get; init; }

    /// <summary>1 where a reply lies ready, else 0.</summary>
    public long HasReply { get; init; }

    /// <summary>1 where the moderator who asks has an answer half written, else 0.</summary>
    public long HasDraft { get; init; }

    /// <summary>The key that replies are sealed to; null where the reporter wanted no receipt, so nobody can answer.</summary>
    public byte[]? ReporterKey { get; init; }

    /// <summary>1 where a key of the report is sealed to the moderator who asks, else 0.</summary>
    public long IsSealedToMe { get; init; }

    /// <summary>What was answered, as <see cref="FacetColumns.Read"/> takes it apart.</summary>
    public string? Facets { get; init; }
}
