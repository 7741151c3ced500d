using MigrantBot.Core.Awareness;

namespace MigrantBot.Core.Tests.Awareness;

public class GapsTests
{
    static readonly Catalogue Whole = Some.Catalogue;

    [Fact]
    public void A_whole_catalogue_has_no_gap() => Assert.Empty(Gaps.Of(Whole));

    [Fact]
    public void A_list_that_would_be_empty_for_some_citizens_is_a_gap() =>
        Finds("The list “laws” has no card for citizens of “kz”.", Whole with { Cards = [.. Whole.Cards.Where(card => card.Id != "law-kz")] });

    [Fact]
    public void A_situation_of_now_needs_exactly_one_sentence()
    {
        Finds("No sentence in phrases.yaml is for “sign”.", Whole with { Phrases = [.. Whole.Phrases.Where(phrase => phrase.Id != "refuse")] });
        Finds("2 sentences in phrases.yaml are for “sign”", Whole with { Phrases = [.. Whole.Phrases, Whole.Phrase("refuse")! with { Id = "again" }] });
    }

    [Fact]
    public void An_id_is_the_only_one_of_all_files() =>
        Finds("The id “c1” stands in two files", Whole with { Contacts = [.. Whole.Contacts, Whole.Contacts[0] with { Id = "c1" }] }, of: "c1");

    [Fact]
    public void A_pattern_stands_in_a_situation() =>
        Finds("The situation of “p-raid” is “rules”", Change("p-raid", card => card with { Topic = Topic.Rules }), of: "p-raid");

    [Theory]
    [InlineData("nobody")]
    [InlineData("c1")]
    [InlineData("ngo")]
    public void A_card_leads_to_other_cards_only(string id) =>
        Finds($"names “{id}”, which is no other card.", Change("c1", card => card with { See = [id] }), of: "c1");

    [Fact]
    public void A_card_leads_to_three_others_at_most() =>
        Finds("names 4 cards", Change("c1", card => card with { See = ["c2", "c3", "c4", "c5"] }), of: "c1");

    static Catalogue Change(string id, Func<TopicCard, TopicCard> change) =>
        Whole with { Cards = [.. Whole.Cards.Select(card => card.Id == id ? change(card) : card)] };

    /// <summary>One gap, which names the item that has to change, where it is one.</summary>
    static void Finds(string gap, Catalogue catalogue, string? of = null)
    {
        var found = Assert.Single(Gaps.Of(catalogue), one => one.Problem.Contains(gap, StringComparison.Ordinal));
        Assert.Equal(of, found.Id);
        Assert.NotEmpty(found.Mend);
    }
}
