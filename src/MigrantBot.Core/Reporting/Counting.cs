namespace MigrantBot.Core.Reporting;

/// <summary>What a report is counted as, the gravest first.</summary>
public enum CaseType { Violence, LegalThreat, Documents, Deception, Money, Other }

/// <summary>Where it is counted: regions with few reports stand together.</summary>
public enum RegionCell { Moscow, NorthWest, Central, South, Volga, Urals, SiberiaFarEast, WarZone, Other }

/// <summary>Fewer and coarser cells than the facets have: those that numbers are published in, and by which the queue is filtered.</summary>
public static class Counting
{
    /// <summary>The gravest of the methods decides.</summary>
    public static CaseType TypeOf(Methods methods) =>
        Enum.GetValues<Methods>().Where(method => method != Methods.None && methods.HasFlag(method)).Select(TypeOfOne).DefaultIfEmpty(CaseType.Other).Min();

    public static RegionCell CellOf(Region? region) => region switch
    {
        Region.Moscow => RegionCell.Moscow,
        Region.NorthWest => RegionCell.NorthWest,
        Region.Central => RegionCell.Central,
        Region.South => RegionCell.South,
        Region.Volga => RegionCell.Volga,
        Region.Urals => RegionCell.Urals,
        Region.Siberia or Region.FarEast => RegionCell.SiberiaFarEast,
        Region.WarZone => RegionCell.WarZone,
        Region.OutsideRussia or null => RegionCell.Other,
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "Give this region a cell."),
    };

    static CaseType TypeOfOne(Methods method) => method switch
    {
        Methods.Violence => CaseType.Violence,
        Methods.CriminalCase or Methods.PlantedEvidence or Methods.Deportation => CaseType.LegalThreat,
        Methods.DocumentsTaken or Methods.PapersRefused => CaseType.Documents,
        Methods.Deception or Methods.ForgedSignature => CaseType.Deception,
        Methods.DebtOrWages or Methods.MoneyPromised => CaseType.Money,
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Give this method a type."),
    };
}
