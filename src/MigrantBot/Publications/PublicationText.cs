using MigrantBot.Core.Publications;
using MigrantBot.Storage;

namespace MigrantBot.Publications;

/// <summary>Figures as files and back. The same figures and imprint always give the same bytes.</summary>
static class PublicationText
{
    public static PublicationFile Write(Figures figures, Imprint imprint) => new(PublicationJson.Write(figures, imprint), PublicationCsv.Write(figures, imprint));

    /// <summary>The figures of a JSON file that <see cref="Write"/> made; anything else is a <see cref="FormatException"/>, for nobody else writes such files.</summary>
    public static Figures Read(string json) => PublicationJson.Read(json);

    /// <summary>How the kinds of publications are called in files and addresses.</summary>
    public static string KindOf(Period period) => period.Cadence == Cadence.Month ? "month" : "quarter";

    public static string CodeOf(Volume volume) => volume == Volume.Low ? "low" : "normal";

    public static string DataOf(Imprint imprint) => imprint.IsInvented ? "invented" : "reported";

    public static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";
}
