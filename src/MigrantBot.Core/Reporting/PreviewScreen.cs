using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>What would be sent, as it would be sent: the answers that were given and the scrubbed words.</summary>
static class PreviewScreen
{
    internal static Screen Show(ReportPlace.Preview at, Words? words) =>
        words is null && at.Draft.Facets == new Facets()
            ? TellingScreen.Show(new(at.Reader, at.Draft), words, "telling.empty")
            : new(
                at,
                [
                    new(LineStyle.Heading, "preview.heading"),
                    .. Answers(at.Draft.Facets),
                    .. NamesChoice.Lines(words, at.KeepsNames),
                    new(LineStyle.Text, "preview.who-reads"),
                    new(LineStyle.Text, "preview.receipt"),
                ],
                [
                    new("preview.send", new ReportPlace.Send(at.Reader, at.Draft, ToldOf(words, at.KeepsNames)), Tone.Success),
                    new("preview.send-receipt", new ReportPlace.Send(at.Reader, at.Draft, ToldOf(words, at.KeepsNames), WithReceipt: true), Tone.Success),
                    .. NamesChoice.Buttons(words, at.KeepsNames, Other(at)),
                    words is null
                        ? new("preview.add-words", new ReportPlace.Telling(at.Reader, at.Draft))
                        : new("preview.change-words", new ReportPlace.Telling(at.Reader, at.Draft, Replaces: true)),
                    new("preview.change-answers", new ReportPlace.Ask(at.Reader, Question.Who, 0, at.Draft)),
                ])
            {
                Quote = words,
                Back = new ReportPlace.Telling(at.Reader, at.Draft),
            };

    /// <summary>With the names, or without, it is another report: whoever has sent one and comes back to send the other is not taken for a second tap.</summary>
    static ReportPlace.Preview Other(ReportPlace.Preview at) => at with { KeepsNames = !at.KeepsNames, Draft = at.Draft with { Secret = NamesChoice.Other(at.Draft.Secret) } };

    static Told ToldOf(Words? words, bool keepsNames) =>
        words is null ? Told.Nothing : keepsNames && Names.Any(words) ? Told.Names : Told.Words;

    static IEnumerable<Line> Answers(Facets facets) =>
        FacetNames.All(facets)
            .Where(answer => answer.Value != FacetNames.Unsaid)
            .Select(answer => new Line(
                LineStyle.Source,
                "preview.answer",
                ("question", new Argument.Word($"short.{answer.Facet}")),
                ("answer", new Argument.Several([.. answer.Value.Split(' ').Select(value => new Argument.Word($"{answer.Facet}.{value}"))], ", "))));
}
