namespace MigrantBot.Storage;

/// <summary>
/// A moderator's claim on a case as their page bears it. <paramref name="Fence"/> is the number of that very claim: who lost the case and writes late, or
/// from a page that was left open, has an older one.
/// </summary>
sealed record Hold(string Report, string Moderator, string Handle, long Fence, DateTimeOffset Now)
{
    /// <summary>The fence of who bears no claim; claims count from 1.</summary>
    public const long NoFence = -1;

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);
}
