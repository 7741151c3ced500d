using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>One card: the answer first, then the reason, then the source; other cards that help; the next of the same list.</summary>
static class CardScreens
{
    internal static Screen One(AwarenessPlace.Card at, Catalogue catalogue, DateOnly today)
    {
        var card = catalogue.TopicCard(at.Id)!;
        var list = catalogue.Of(card.Topic, at.Reader.Citizenship);
        var position = list.TakeWhile(other => other.Id != card.Id).Count();
        return new(
            at,
            [.. card.Parts.Select(part => new Line(Style(part), card.Key(part), card.Arguments)), .. card.SourceLines(today)],
            [
                .. Listen(card, at.Reader, catalogue),
                .. catalogue.Beside(card, at.Reader.Citizenship).Select(other => other.ButtonFor(at.Reader)),
                .. position + 1 < list.Count ? [new Button("button.next", list[position + 1].At(at.Reader))] : Array.Empty<Button>(),
            ])
        {
            Back = new AwarenessPlace.List(at.Reader, card.Topic, position < list.Count ? position / TopicScreens.CardsOnAPage : 0),
        };
    }

    /// <summary>The same screen, and somebody reads it.</summary>
    internal static Screen Aloud(AwarenessPlace.Listen at, Catalogue catalogue, DateOnly today)
    {
        var shown = catalogue.Phrase(at.Id) is { } phrase
            ? PhraseScreens.One(new(at.Reader, phrase.Id), catalogue, today)
            : One(new(at.Reader, at.Id), catalogue, today);
        return shown with { Place = at, Plays = new(at.Language, at.Id) };
    }

    internal static Button[] Listen(Card card, Reader reader, Catalogue catalogue) =>
        catalogue.Recordings.Contains(new(reader.Language, card.Id)) ? [new("button.listen", new AwarenessPlace.Listen(reader, card.Id))] : [];

    static LineStyle Style(string part) => part switch
    {
        "heading" => LineStyle.Heading,
        Fact.Detail => LineStyle.Detail,
        _ => LineStyle.Text,
    };
}
