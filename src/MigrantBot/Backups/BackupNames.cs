using System.Globalization;
using System.Text.RegularExpressions;

namespace MigrantBot.Backups;

/// <summary>What nightly backups are called, and which of the files in their folder are this house's own and too old.</summary>
/// <param name="house">The name of the house; some letters of it tell its files from those of another.</param>
sealed partial class BackupNames(string house)
{
    /// <summary>How long a backup is kept, in days: so long may something that was deleted lie in one.</summary>
    public const int Days = 14;

    const int LettersOfHouse = 8;
    const string Ending = ".backup";

    readonly string start = $"migrantbot-{house[..LettersOfHouse]}-";

    public string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{start}{day:yyyy-MM-dd}{Ending}");

    /// <summary>True for a file that the program made itself, by night, for this house, and that is to go: whole and too old, or begun on an earlier day and never finished.</summary>
    /// <param name="name">Of the file, without its folder.</param>
    /// <param name="counted">The day that ages are counted by.</param>
    public bool IsToGo(string name, DateOnly counted) =>
        name.StartsWith(start, StringComparison.Ordinal)
        && Rest().Match(name[start.Length..]) is { Success: true } match
        && DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && counted.DayNumber - day.DayNumber >= (match.Groups["part"].Success ? 1 : Days);

    [GeneratedRegex(@"^(?<day>\d{4}-\d{2}-\d{2})\.backup(?<part>\.[0-9a-f]{32}\.part)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Rest();
}
