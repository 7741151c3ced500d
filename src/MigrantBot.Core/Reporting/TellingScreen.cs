using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>The question to which the answer is typed.</summary>
static class TellingScreen
{
    internal static Screen Show(ReportPlace.Telling at, Words? words, string? hint = null) =>
        Ask(at, words,
        [
            .. hint is null ? Array.Empty<Line>() : [new Line(LineStyle.Text, hint)],
            new(LineStyle.Heading, "telling.question"),
            .. at.Replaces ? [new Line(LineStyle.Text, "telling.replaces")] : Array.Empty<Line>(),
            new(LineStyle.Text, "telling.advice"),
            new(LineStyle.Text, "telling.seen"),
        ]);

    /// <summary>Nothing is cut: the long text stays where the person can copy and shorten it.</summary>
    internal static Screen TooLong(ReportPlace.Telling at, Words? words, int length) => Ask(at, words, TooLong(length)) with { LeavesTyped = true };

    internal static IReadOnlyList<Line> TooLong(int length) =>
    [
        new(LineStyle.Heading, "telling.too-long", ("length", length), ("most", Report.MostCharacters)),
        new(LineStyle.Text, "telling.shorten"),
    ];

    static Screen Ask(ReportPlace.Telling at, Words? words, IReadOnlyList<Line> lines) =>
        new(at, lines, [new(words is null ? "button.skip" : "telling.keep", new ReportPlace.Preview(at.Reader, at.Draft))])
        {
            AsksForWords = true,
            Back = QuestionScreens.LastOf(at.Reader, at.Draft),
            Kept = words,
        };
}
