using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>What the law at home says, what courts did, and which rights one has.</summary>
public static class LearnScreens
{
    const int CasesOnAPage = 6;

    public static Screen Menu(AwarenessPlace.Learn at) =>
        new(at, [new(LineStyle.Heading, "learn.heading")],
        [
            new("learn.laws", new AwarenessPlace.Laws(at.Language)),
            new("learn.cases", new AwarenessPlace.Cases(at.Language, 0)),
            new("learn.rights", new AwarenessPlace.Rights(at.Language)),
            new("learn.phrases", new AwarenessPlace.Phrases(at.Language)),
        ]);

    public static Screen Countries(AwarenessPlace.Laws at, Catalogue catalogue) =>
        new(at, [new(LineStyle.Heading, "laws.question")],
            [.. Enum.GetValues<Country>().Where(country => catalogue.Law(country) is not null)
                .Select(country => new Button($"country.{Code.Of(country)}", new AwarenessPlace.Law(at.Language, country)))])
        {
            Back = new AwarenessPlace.Learn(at.Language),
        };

    public static Screen Law(AwarenessPlace.Law at, Catalogue catalogue) =>
        Card(at, catalogue.Law(at.Country)!) with
        {
            Buttons =
            [
                new("learn.cases", new AwarenessPlace.Cases(at.Language, 0)),
                new("button.call", new AwarenessPlace.Contacts(at.Language, at.Country, 0)),
            ],
            Back = new AwarenessPlace.Laws(at.Language),
        };

    public static Screen Rights(AwarenessPlace.Rights at, Catalogue catalogue)
    {
        var page = Page.OfButtons(catalogue.Rights, at.Page);
        return new(at, [new(LineStyle.Heading, "rights.heading"), new(LineStyle.Text, "rights.honest")],
            [
                .. page.Items.Select(right => new Button(
                    new Line(LineStyle.Text, $"fact.{right.Id}.button", right.Arguments), new Target.To(new AwarenessPlace.Right(at.Language, right.Id)))),
                .. page.More ? [new Button("button.more", at with { Page = page.Number + 1 })] : Array.Empty<Button>(),
            ])
        {
            Back = page.Number > 0 ? at with { Page = page.Number - 1 } : new AwarenessPlace.Learn(at.Language),
        };
    }

    public static Screen Right(AwarenessPlace.Right at, Catalogue catalogue) =>
        Card(at, catalogue.Right(at.Id)!) with
        {
            Buttons = [new("button.phrases", new AwarenessPlace.Phrases(at.Language))],
            Back = new AwarenessPlace.Rights(at.Language),
        };

    public static Screen Cases(AwarenessPlace.Cases at, Catalogue catalogue)
    {
        var page = Page.Of(catalogue.Cases, at.Page, CasesOnAPage);
        return new(
            at,
            [new(LineStyle.Heading, "cases.heading"), new(LineStyle.Text, "cases.text")],
            [
                .. page.Items.Select(@case =>
                    new Button(new Line(LineStyle.Text, $"case.{@case.Id}.button", @case.Arguments), new Target.To(new AwarenessPlace.Case(at.Language, @case.Id)))),
                .. page.More ? [new Button("button.more", at with { Page = page.Number + 1 })] : Array.Empty<Button>(),
            ])
        {
            Back = page.Number > 0 ? at with { Page = page.Number - 1 } : new AwarenessPlace.Learn(at.Language),
        };
    }

    public static Screen Case(AwarenessPlace.Case at, Catalogue catalogue)
    {
        var position = catalogue.Cases.TakeWhile(@case => @case.Id != at.Id).Count();
        var @case = catalogue.Cases[position];
        return new(
            at,
            [
                new(LineStyle.Heading, $"case.{at.Id}.heading", @case.Arguments),
                new(LineStyle.Text, $"case.{at.Id}.story", @case.Arguments),
                new(LineStyle.Text, $"case.{at.Id}.outcome", @case.Arguments),
                .. @case.SourceLines(),
            ],
            [
                .. position + 1 < catalogue.Cases.Count
                    ? [new Button("button.next-case", at with { Id = catalogue.Cases[position + 1].Id })]
                    : Array.Empty<Button>(),
                new("learn.laws", new AwarenessPlace.Laws(at.Language)),
            ])
        {
            Back = new AwarenessPlace.Cases(at.Language, position / CasesOnAPage),
        };
    }

    static Screen Card(Place at, Fact fact) =>
        new(at,
            [
                new(LineStyle.Heading, $"fact.{fact.Id}.heading", fact.Arguments),
                new(LineStyle.Text, $"fact.{fact.Id}.text", fact.Arguments),
                .. fact.Topic == Topic.Law ? [new Line(LineStyle.Detail, $"fact.{fact.Id}.detail", fact.Arguments)] : Array.Empty<Line>(),
                .. fact.SourceLines(),
            ],
            []);
}
