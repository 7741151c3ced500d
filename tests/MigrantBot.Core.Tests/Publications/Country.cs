using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>Invented reports with fixed, skewed shares, in thousandths: each facet drawn by itself.</summary>
sealed class Country(Chance chance)
{
    /// <summary>The largest and the smallest are those of the expectation; the others and the next array were chosen here, for it does not name them.</summary>
    internal static readonly IReadOnlyList<int> OfRegions = [350, 180, 120, 100, 80, 60, 50, 40, 20];

    /// <summary>Of types, citizenships and actors alike.</summary>
    internal static readonly IReadOnlyList<int> OfOthers = [350, 260, 170, 120, 70, 30];

    /// <summary>So many accepted reports of one month.</summary>
    internal IReadOnlyList<Tally> Month(Period month, int reports)
    {
        var counts = new int[9 * 6 * 6 * 6];
        for (var left = reports; left > 0; left--)
            counts[(((((Drawn(OfRegions) * 6) + Drawn(OfOthers)) * 6) + Drawn(OfOthers)) * 6) + Drawn(OfOthers)]++;
        return
        [
            .. counts.Select((count, cell) => (Count: count, Cell: cell)).Where(one => one.Count > 0).Select(one => new Tally(
                month, (RegionCell)(one.Cell / 216), (CaseType)(one.Cell / 36 % 6), (CitizenCell)(one.Cell / 6 % 6), (ActorCell)(one.Cell % 6), one.Count)),
        ];
    }

    int Drawn(IReadOnlyList<int> shares)
    {
        var lot = chance(1000);
        var cell = 0;
        for (; lot >= shares[cell]; cell++)
            lot -= shares[cell];
        return cell;
    }
}
