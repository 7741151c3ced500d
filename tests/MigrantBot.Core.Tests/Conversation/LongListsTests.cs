using MigrantBot.Core.Awareness;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Tests.Conversation;

public class LongListsTests
{
    static readonly TopicCard Right = Some.Catalogue.TopicCard("right-refuse")!;
    static readonly Phrase Phrase = Some.Catalogue.Phrases[0];

    [Theory]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    [InlineData(15, 3)]
    public void A_lawyer_may_add_rights_and_phrases_without_end(int count, int pages)
    {
        var catalogue = Some.Catalogue with
        {
            Cards = [.. Enumerable.Range(1, count).Select(number => Right with { Id = $"right-{number}" })],
            Phrases = [.. Enumerable.Range(1, count).Select(number => Phrase with { Id = $"phrase-{number}" })],
        };

        Assert.Equal(count, Walk(new AwarenessPlace.List(Language.Tajik, Topic.Rights), catalogue).Places);
        Assert.Equal((pages, count), Walk(new AwarenessPlace.Phrases(Language.Tajik), catalogue));
    }

    /// <summary>How many pages there are, and how many different places their buttons lead to besides the next page.</summary>
    static (int Pages, int Places) Walk(Place first, Catalogue catalogue)
    {
        var places = new HashSet<string>();
        Place? at = first;
        var pages = 0;
        for (; at is not null; pages++)
        {
            var screen = Dialogue.Answer(at, new Incoming.Opened(), null, Some.Context() with { Catalogue = catalogue }).Screen;
            Assert.InRange(screen.Buttons.Count, 1, Screen.MostButtons);
            at = screen.Buttons.Where(button => button.Label.Key == "button.more").Select(button => ((Target.To)button.Target).Place).SingleOrDefault();
            places.UnionWith(screen.Buttons.Select(button => button.Label.Key).Where(key => !key.StartsWith("button.", StringComparison.Ordinal)));
        }
        return (pages, places.Count);
    }
}
