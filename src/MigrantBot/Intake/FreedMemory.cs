namespace MigrantBot.Intake;

/// <summary>
/// Collected memory keeps what was in it until it is given out again, and only then it is cleared. The collector gives back to the system what lies in one
/// piece; gaps it keeps, in front of objects that cannot be moved (a buffer that the system reads into) and of those that it does not care to move. What
/// somebody wrote could lie in one for as long as the process lives: so all gaps are given out here, to zeros.
/// </summary>
static class FreedMemory
{
    /// <summary>More than the page at the end of each generation that is not given back.</summary>
    const int BeyondGaps = 64 * 1024;

    /// <summary>Twice a region of the collector.</summary>
    const int NextInTurn = 8 * 1024 * 1024;

    /// <summary>An array, with its header, of the smallest size that has any room; what is larger passes small gaps by.</summary>
    const int Small = 32;

    const int RoomInSmall = 8;

    public static void Clear()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var room = Gaps() + BeyondGaps;
        var filling = Enumerable.Range(1, GC.MaxGeneration).Select(generation => Fill(generation, room)).ToList();
        FillYoungest();
        GC.KeepAlive(filling);
    }

    /// <summary>
    /// Gaps of an older generation are given out only to what grows into it. Neighbours that live would do so together, and pass small gaps by: so every
    /// other one dies before. What fills the gaps lives until all are filled, since they grow older with what they lie in front of.
    /// </summary>
    static byte[]?[] Fill(int generation, long room)
    {
        var neighbours = new byte[]?[room / Small * 2];
        for (var i = 0; i < neighbours.Length; i++)
            neighbours[i] = new byte[RoomInSmall];
        for (var younger = 0; younger < generation - 1; younger++)
            GC.Collect(younger, GCCollectionMode.Forced, blocking: true, compacting: true);
        for (var i = 0; i < neighbours.Length; i += 2)
            neighbours[i] = null;
        GC.Collect(generation - 1, GCCollectionMode.Forced, blocking: true, compacting: true);
        return neighbours;
    }

    static void FillYoungest()
    {
        for (var left = NextInTurn; left > 0; left -= Small)
            GC.KeepAlive(new byte[RoomInSmall]);
    }

    /// <summary>Of large objects there are none: these lie in pages of their own.</summary>
    static long Gaps()
    {
        var gaps = 0L;
        foreach (var generation in GC.GetGCMemoryInfo(GCKind.Any).GenerationInfo[..(GC.MaxGeneration + 1)])
            gaps += generation.FragmentationAfterBytes;
        return gaps;
    }
}
