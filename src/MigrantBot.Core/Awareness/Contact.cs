using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>
/// Who can help; <paramref name="Country"/> null is for everybody. Telephone numbers in E.164 with blanks, each seen in the source.
/// </summary>
public sealed record Contact(
    string Id,
    Country? Country,
    IReadOnlyList<string> Phones,
    Uri? Site,
    IReadOnlyList<Source> Sources,
    DateOnly CheckedOn,
    DateOnly ReviewBy) : Dated(Id, Sources, CheckedOn, ReviewBy)
{
    /// <summary>Days after the review date until a contact that nobody has looked at is no longer shown: a wrong number may be somebody else's by then.</summary>
    public const int DaysUntilHidden = 365;

    /// <summary>Where the office stands; none: it is there for all of Russia.</summary>
    public IReadOnlyList<Area> Areas { get; init; } = [];

    /// <summary>True where keeping or calling it can endanger; the words say how.</summary>
    public bool HasWarning { get; init; }

    public bool IsHidden(DateOnly today) => today.DayNumber - ReviewBy.DayNumber > DaysUntilHidden;

    public override IEnumerable<string> WordKeys =>
        [Key("name"), Key("note"), .. HasWarning ? [Key("warning")] : Array.Empty<string>()];

    internal string Key(string part) => $"contact.{Id}.{part}";
}
