using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Exchange;

public class PlaceCodeTests
{
    public static TheoryData<string> Codes =>
        [.. Some.Readers.SelectMany(Some.Places).Select(PlaceCode.Write)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_place_survives_the_way_through_a_button(string code)
    {
        var place = Places.Read(code, Some.Catalogue);

        Assert.NotNull(place);
        Assert.Equal(code, PlaceCode.Write(place));
        Assert.InRange(code.Length, 1, PlaceCode.MostBytes);
    }

    [Fact]
    public void The_list_of_places_holds_every_kind_that_there_is()
    {
        var kinds = typeof(Place).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Place)) && !type.IsAbstract);

        Assert.Equal(kinds.OrderBy(kind => kind.Name), Some.Places(Language.Tajik).Select(place => place.GetType()).Distinct().OrderBy(kind => kind.Name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.uz")]
    [InlineData("1.uz.")]
    [InlineData("2.uz.home")]
    [InlineData("1.xx.home")]
    [InlineData("1.UZ.home")]
    [InlineData("1.uz.home.more")]
    [InlineData("1.uz-RU.home")]
    [InlineData("1.uz-uz.home")]
    [InlineData("1.-UZ.home")]
    [InlineData("1.uz-UZ-UZ.home")]
    [InlineData("1.uz.list")]
    [InlineData("1.uz.list.secrets")]
    [InlineData("1.uz.list.laws.0")]
    [InlineData("1.uz.list.laws.-1")]
    [InlineData("1.uz.list.laws.007")]
    [InlineData("1.uz.list.laws.1.1")]
    [InlineData("1.uz.list.laws ")]
    [InlineData("1.uz.card.nobody")]
    [InlineData("1.uz.card.refuse")]
    [InlineData("1.uz.listen.c1")]
    [InlineData("1.uz.phrases.0")]
    [InlineData("1.uz.offices.central")]
    [InlineData("1.uz.send.other.AAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("1.uz.now.police.sign.hours.more")]
    [InlineData("1.uz.now..sign")]
    [InlineData("1.uz.q.who.0.AAAA")]
    [InlineData("1.uz.q.nothing.0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("1.uz.send.AAAAAAAAAAAAAAAAAAAAAB_______")]
    [InlineData("1.uz.дом")]
    [InlineData("1.uz.home\u0000")]
    [InlineData("1.uz.home.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_not_exactly_an_address_is_no_place(string? code) =>
        Assert.Null(Places.Read(code, Some.Catalogue));

    [Fact]
    public void An_unknown_screen_of_a_known_language_leads_home()
    {
        Assert.Equal(new GeneralPlace.Home(Language.Kyrgyz), Places.Nearest("1.ky.closed-long-ago.7", Some.Catalogue));
        Assert.Equal(new GeneralPlace.Home(new(Language.Kyrgyz, Country.Kg)), Places.Nearest("1.ky-KG.closed-long-ago", Some.Catalogue));
        Assert.Null(Places.Nearest("9.ky.home", Some.Catalogue));
    }

    [Fact]
    public void A_code_changed_in_any_one_letter_is_another_place_or_none_and_never_throws()
    {
        var code = PlaceCode.Write(new ReportPlace.Ask(Language.UzbekCyrillic, Question.RussianPassport, 0, Some.Draft));
        foreach (var position in Enumerable.Range(0, code.Length))
            foreach (var letter in "A.z-_0~")
            {
                var changed = code.Remove(position, 1).Insert(position, letter.ToString());
                var place = Places.Read(changed, Some.Catalogue);
                Assert.True(place is null || PlaceCode.Write(place) == changed, changed);
            }
    }
}
