namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>Months, and the words that come before or after a number of evidence.</summary>
static class Months
{
    const int Known = 3;

    static readonly HashSet<string> Beginnings = Folded.All(
        "янв фев мар апр мая май июн июл авг сен окт ноя дек jan feb mar apr may jun jul aug sep oct nov dec yan iyn iyu okt noy"
        + " гла пун час рот взв пол");

    public static bool Has(string fold) => fold.Length >= Known && Beginnings.Contains(fold[..Known]);
}
