namespace MigrantBot.Core.Reporting;

// Buttons hold the place of a value in its list (see DraftCode): a new value goes to the end, and none is taken out.

/// <summary>Who tells.</summary>
public enum Who { Self, Relative, Witness }

/// <summary>When it happened.</summary>
public enum When { Now, Today, Week, Month, Earlier }

/// <summary>Where in Russia, or outside it.</summary>
public enum Region { Moscow, NorthWest, Central, South, Volga, Urals, Siberia, FarEast, WarZone, OutsideRussia }

/// <summary>At what kind of place.</summary>
public enum Site
{
    Police, MigrationCentre, DeportationCentre, Prison, Workplace, HomeOrHostel, Street, MilitaryOffice, PassportOffice,
    Border, PhoneOrInternet, HomeCountry,
}

/// <summary>Who pressed.</summary>
public enum Actor { Police, MigrationService, PrisonStaff, Military, Employer, AgentOrLawyer, Countryman, Other }

/// <summary>How; several at once.</summary>
[Flags]
public enum Methods
{
    None = 0,
    CriminalCase = 1,
    Violence = 2,
    DocumentsTaken = 4,
    Deception = 8,
    Deportation = 16,
    DebtOrWages = 32,
    PapersRefused = 64,
    PlantedEvidence = 128,
    MoneyPromised = 256,
    ForgedSignature = 512,
}

/// <summary>How far it has gone.</summary>
public enum Stage { Pressed, Refused, Signed, InUnit, AtFront, Returned, Missing, Deported }

/// <summary>Of which country.</summary>
public enum Citizenship { Uz, Tj, Kg, Kz, Other }

/// <summary>Whether the person also holds a Russian passport.</summary>
public enum RussianPassport { Yes, No }

/// <summary>How soon he has to decide.</summary>
public enum Deadline { Hours, Days, None }

/// <summary>The coarse, countable answers of a report. Null (for <see cref="Methods"/>: none) means unsaid; every answer may be skipped.</summary>
public sealed record Facets
{
    public Who? Who { get; init; }
    public When? When { get; init; }
    public Region? Region { get; init; }
    public Site? Site { get; init; }
    public Actor? Actor { get; init; }
    public Methods Methods { get; init; }
    public Stage? Stage { get; init; }
    public Citizenship? Citizenship { get; init; }
    public RussianPassport? RussianPassport { get; init; }
    public Deadline? Deadline { get; init; }
}
