using MigrantBot.Core.Awareness;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Tests.Awareness;

/// <summary>Nothing is shown as fresh that nobody has looked at in time.</summary>
public class AgeTests
{
    static readonly Reader Reader = new(Language.Kyrgyz, Country.Kg);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_card_past_its_review_says_so(int days, bool isOld)
    {
        foreach (var place in new AwarenessPlace[] { new AwarenessPlace.Card(Reader, "c1"), new AwarenessPlace.Say(Reader, "refuse"), new AwarenessPlace.Offices(Reader, Area.Urals) })
            Assert.Equal(isOld, Lines(place, days).Contains("source.old"));
    }

    [Theory]
    [InlineData(Contact.DaysUntilHidden, true)]
    [InlineData(Contact.DaysUntilHidden + 1, false)]
    public void A_contact_is_marked_for_a_year_and_then_hidden(int days, bool isShown)
    {
        var lines = Lines(new AwarenessPlace.Offices(Reader, Area.Urals), days);

        Assert.Equal(isShown, lines.Contains("help.old-contact"));
        Assert.Equal(!isShown, lines.Contains("help.none"));
    }

    [Fact]
    public void A_law_stays_on_its_screen_however_old_it_is() =>
        Assert.Contains("fact.law-uz.heading", Lines(new AwarenessPlace.Card(Reader, "law-uz"), 5000));

    static List<string> Lines(Place place, int daysPastReview) =>
        [.. Dialogue.Answer(place, new Incoming.Opened(), null, Some.Context() with { Today = Some.Day.AddDays(daysPastReview) }).Screen.Lines.Select(line => line.Key)];
}
