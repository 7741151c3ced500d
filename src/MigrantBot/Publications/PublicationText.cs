using MigrantBot.Core.Publications;
using MigrantBot.Storage;

namespace MigrantBot.Publications;

/// <summary>Figures as files and back. The same figures and imprint always give the same bytes.</summary>
static class PublicationText
{
    public static PublicationFile Write(Figures figures, Imprint imprint) => new(PublicationJson.Write(figures, imprint), PublicationCsv.Write(figures, imprint));

    /// <summary>The figures of a JSON file that <see cref="Write"/> made; anything else is a <see cref="FormatException"/>, for nobody else writes such files.</summary>
    public static Figures Read(string json) => PublicationJson.Read(json);

    /// <summary>The day that such a file bears.</summary>
    public static DateOnly DayOf(string json) => PublicationJson.DayOf(json);

    /// <summary>Whether the reports are those of people, in one word that every file and answer carries.</summary>
    public static string DataOf(bool isInvented) => isInvented ? "invented" : "reported";

    public static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";
}
