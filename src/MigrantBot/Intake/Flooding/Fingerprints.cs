namespace MigrantBot.Intake.Flooding;

/// <summary>The fingerprints of the last texts, and how many of them a new one resembles. One thread at a time.</summary>
sealed class Fingerprints
{
    public const int Most = 5_000;

    const int Near = 3;
    const int ManyNeighbours = 5;

    readonly ulong[] ring = new ulong[Most];
    long count;

    /// <summary>Takes the fingerprint in. True where it is one of many alike.</summary>
    public bool IsRepeated(ulong fingerprint)
    {
        var neighbours = 0;
        foreach (var known in ring.AsSpan(0, (int)Math.Min(count, Most)))
            if (SimHash.Distance(known, fingerprint) <= Near)
                neighbours++;
        ring[count++ % Most] = fingerprint;
        return neighbours >= ManyNeighbours;
    }
}
