namespace MigrantBot.Intake;

/// <summary>What became of the effects of a turn.</summary>
enum Stored
{
    /// <summary>Everything is durable, or was before.</summary>
    Done,

    /// <summary>Nobody could read it: nothing was stored.</summary>
    NobodyReads,

    /// <summary>The report was taken back or deleted in the meantime: nothing was stored.</summary>
    NothingThere,
}
