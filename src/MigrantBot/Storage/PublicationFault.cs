namespace MigrantBot.Storage;

/// <summary>How something published can be other than it was.</summary>
enum PublicationWrong
{
    /// <summary>The JSON file has another hash than the one beside it.</summary>
    Json,

    /// <summary>The same of the CSV file.</summary>
    Csv,

    /// <summary>The head beside the file is not the one that stands blinded in it.</summary>
    HeadBeside,

    /// <summary>The audit tells of no such publication.</summary>
    Untold,

    /// <summary>The audit tells of other hashes.</summary>
    Hashes,

    /// <summary>The head that it was published with is not in the audit before it.</summary>
    HeadGone,

    /// <summary>The audit tells of no such erratum.</summary>
    Erratum,

    /// <summary>The audit tells of it, and it is not there.</summary>
    Gone,

    /// <summary>The copy outside the database is another one.</summary>
    Copy,
}

/// <summary>One thing that was touched.</summary>
/// <param name="Wrong">How.</param>
/// <param name="Kind">Month or quarter.</param>
/// <param name="Period">Of the publication that it is, or is about.</param>
/// <param name="Row">Of the audit; 0 where it has none.</param>
/// <param name="Detail">Of an erratum its day; of what is gone how the audit calls it; of a copy its file.</param>
sealed record PublicationFault(PublicationWrong Wrong, string Kind, string Period, long Row = 0, string Detail = "")
{
    string Name => $"{Kind} {Period}";

    /// <summary>One sentence for the operator.</summary>
    public override string ToString() => Wrong switch
    {
        PublicationWrong.Json => $"The JSON file of {Name} is not the one that was published.",
        PublicationWrong.Csv => $"The CSV file of {Name} is not the one that was published.",
        PublicationWrong.HeadBeside => $"The head of the audit beside {Name} is not the one in its file.",
        PublicationWrong.Untold => $"No row of the audit tells of {Name}: it was put there by hand, or its day was changed.",
        PublicationWrong.Hashes => $"The hashes of {Name} are not those that row {Row} of the audit tells of.",
        PublicationWrong.HeadGone => $"The head of the audit that {Name} was published with stands nowhere in it before row {Row}: the audit was cut, or written anew.",
        PublicationWrong.Erratum => $"The erratum of {Detail} about {Name} is not told of by the audit: it was put there by hand, or changed.",
        PublicationWrong.Gone => $"What row {Row} of the audit tells of ({Detail}) is not there any more.",
        PublicationWrong.Copy => $"{Detail}, the copy of {Name}, cannot be read, or is not what the database says was published.",
        _ => throw new ArgumentOutOfRangeException(nameof(Wrong), Wrong, "Say this in words here."),
    };
}
