using MigrantBot.Core.Reporting;

namespace MigrantBot.Storage.Rows;

/// <summary>A report as it is kept: what can be counted in the open, what was told under seal.</summary>
sealed record SealedReport
{
    public required string Id { get; init; }
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Code of the language that the report was written in.</summary>
    public required string Language { get; init; }

    public required long Urgency { get; init; }
    public required string UrgencyReason { get; init; }
    public required Facets Facets { get; init; }
    public required SealedEnvelope Envelope { get; init; }

    /// <summary>How its reporter finds it again, and the key that replies are sealed to; null where no receipt was wanted.</summary>
    public string? ReceiptLookup { get; init; }
    public byte[]? ReporterKey { get; init; }

    /// <summary>0 no, 1 came during a flood, 2 repeated.</summary>
    public long Flood { get; init; }
}
