using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>What there is to know, and the list of cards of each topic.</summary>
static class TopicScreens
{
    /// <summary>Leaves room for "more" and for one button of the list's own.</summary>
    internal const int CardsOnAPage = Screen.MostButtons - 2;

    internal static Screen Menu(AwarenessPlace at, Catalogue catalogue) =>
        new(at,
        [
            new(LineStyle.Heading, "learn.heading"),
            .. catalogue.Newest is { } month ? [new Line(LineStyle.Source, "learn.newest", ("month", month))] : Array.Empty<Line>(),
        ],
        [
            To("learn.laws", Topic.Laws, at),
            To("learn.cases", Topic.Cases, at),
            To("learn.refusals", Topic.Refusals, at),
            To("learn.numbers", Topic.Numbers, at),
            To("learn.rules", Topic.Rules, at),
            new("learn.patterns", new AwarenessPlace.Situations(at.Reader)),
            To("learn.happened", Topic.Happened, at),
            To("learn.rights", Topic.Rights, at),
        ]);

    internal static Screen Situations(AwarenessPlace.Situations at) =>
        new(at, [new(LineStyle.Heading, "situations.heading"), new(LineStyle.Text, "situations.text")],
            [.. Topics.Situations.Select(situation => To($"list.{Code.Of(situation)}.button", situation, at))])
        {
            Back = MenuOf(at.Reader),
        };

    internal static Screen List(AwarenessPlace.List at, Catalogue catalogue)
    {
        var page = Page.Of(catalogue.Of(at.Topic, at.Reader.Citizenship), at.Page, CardsOnAPage);
        return new(
            at with { Page = page.Number },
            [
                .. at.Topic == Topic.Laws
                    ? [new Line(LineStyle.Heading, "list.laws.heading", ("country", new Argument.Word($"country.{Code.Of(at.Reader.Citizenship)}")))]
                    : new[] { new Line(LineStyle.Heading, $"list.{Code.Of(at.Topic)}.heading") },
                new(LineStyle.Text, $"list.{Code.Of(at.Topic)}.text"),
            ],
            [
                .. page.Items.Select(card => card.ButtonFor(at.Reader)),
                .. page.More ? [new Button("button.more", at with { Page = page.Number + 1 })] : Array.Empty<Button>(),
                .. Own(at),
            ])
        {
            Back = page.Number > 0 ? at with { Page = page.Number - 1 }
                : Topics.Situations.Contains(at.Topic) ? new AwarenessPlace.Situations(at.Reader)
                : MenuOf(at.Reader),
        };
    }

    /// <summary>The menu, for who has not said his citizenship without asking for it once more.</summary>
    static AwarenessPlace MenuOf(Reader reader) =>
        reader.Citizenship is null ? new AwarenessPlace.Topics(reader) : new AwarenessPlace.Learn(reader);

    static Button[] Own(AwarenessPlace.List at) => at.Topic switch
    {
        Topic.Laws => [CountryScreens.Change(at)],
        Topic.Rights => [new("button.phrases", new AwarenessPlace.Phrases(at.Reader))],
        _ => [],
    };

    static Button To(string key, Topic topic, AwarenessPlace at) => new(key, new AwarenessPlace.List(at.Reader, topic));
}
