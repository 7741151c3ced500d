using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>What a report is counted as, the gravest first.</summary>
public enum CaseType { Violence, LegalThreat, Documents, Deception, Money, Other }

/// <summary>Where it is counted: regions with few reports stand together.</summary>
public enum RegionCell { Moscow, NorthWest, Central, South, Volga, Urals, SiberiaFarEast, WarZone, Other }

/// <summary>Of which country's citizen it is counted.</summary>
public enum CitizenCell { Uz, Tj, Kg, Kz, Other, Unsaid }

/// <summary>By whom the pressure came, as it is counted. <see cref="Private"/>: employers, agents, countrymen; <see cref="Other"/> also where it was not said.</summary>
public enum ActorCell { Police, MigrationService, PrisonStaff, Military, Private, Other }

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

    public static CitizenCell CellOf(Citizenship? citizenship) => citizenship switch
    {
        Citizenship.Uz => CitizenCell.Uz,
        Citizenship.Tj => CitizenCell.Tj,
        Citizenship.Kg => CitizenCell.Kg,
        Citizenship.Kz => CitizenCell.Kz,
        Citizenship.Other => CitizenCell.Other,
        null => CitizenCell.Unsaid,
        _ => throw new ArgumentOutOfRangeException(nameof(citizenship), citizenship, "Give this citizenship a cell."),
    };

    public static ActorCell CellOf(Actor? actor) => actor switch
    {
        Actor.Police => ActorCell.Police,
        Actor.MigrationService => ActorCell.MigrationService,
        Actor.PrisonStaff => ActorCell.PrisonStaff,
        Actor.Military => ActorCell.Military,
        Actor.Employer or Actor.AgentOrLawyer or Actor.Countryman => ActorCell.Private,
        Actor.Other or null => ActorCell.Other,
        _ => throw new ArgumentOutOfRangeException(nameof(actor), actor, "Give this actor a cell."),
    };

    /// <summary>The written names of all cells of one kind, in the order in which they are always listed.</summary>
    public static IReadOnlyList<string> Codes<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Code.Of)];

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
