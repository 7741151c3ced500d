using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>One question a screen: choose, skip, or go back; several answers are ticked before going on.</summary>
static class QuestionScreens
{
    const int OptionsOnAPage = 6;
    static readonly int Last = Enum.GetValues<Question>().Length - 1;

    /// <summary>The question. An answer that changes the draft gives it the fresh secret: one secret stands for one content.</summary>
    internal static Screen Ask(ReportPlace.Ask at, Words? words, UInt128 freshSecret)
    {
        var options = Options.Of(at.Question, at.Draft.Facets);
        var pages = options.Count <= OptionsOnAPage + 1 ? 1 : (options.Count + OptionsOnAPage - 1) / OptionsOnAPage;
        var page = Math.Min(at.Page, pages - 1);
        var shown = pages == 1 ? options : [.. options.Skip(page * OptionsOnAPage).Take(OptionsOnAPage)];
        var name = Code.Of(at.Question);
        return new(
            at,
            [
                new(LineStyle.Heading, $"ask.{name}"),
                .. at.Question == Question.Methods ? [new Line(LineStyle.Text, "ask.several")] : Array.Empty<Line>(),
                new(LineStyle.Source, "ask.progress", ("number", (int)at.Question + 1), ("of", Last + 2)),
            ],
            [
                .. shown.Select(option => new Button($"{name}.{option.Name}", Chosen(at, page, at.Draft.With(option.Facets, freshSecret))) { IsChosen = option.IsChosen }),
                .. page < pages - 1 ? [new Button("button.more", at with { Page = page + 1 })] : Array.Empty<Button>(),
                at.Question == Question.Methods && at.Draft.Facets.Methods != Methods.None
                    ? new Button("button.next", After(at, at.Draft))
                    : new Button("button.skip", After(at, at.Draft.With(Options.Skip(at.Question, at.Draft.Facets), freshSecret))),
            ])
        {
            Back = page > 0 ? at with { Page = page - 1 } : Before(at),
            Kept = words,
        };
    }

    /// <summary>The last question with a choice, from where the words are asked for.</summary>
    internal static ReportPlace.Ask LastOf(Reader reader, Draft draft) => new(reader, (Question)Last, 0, draft);

    static ReportPlace Chosen(ReportPlace.Ask at, int page, Draft draft) =>
        at.Question == Question.Methods ? at with { Page = page, Draft = draft } : After(at, draft);

    static ReportPlace After(ReportPlace.Ask at, Draft draft) =>
        (int)at.Question < Last
            ? new ReportPlace.Ask(at.Reader, at.Question + 1, 0, draft)
            : new ReportPlace.Telling(at.Reader, draft);

    static ReportPlace Before(ReportPlace.Ask at) =>
        at.Question > 0
            ? new ReportPlace.Ask(at.Reader, at.Question - 1, 0, at.Draft)
            : new ReportPlace.Tell(at.Reader);
}
