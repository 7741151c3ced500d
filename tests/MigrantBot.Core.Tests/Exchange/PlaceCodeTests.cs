using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Exchange;

public class PlaceCodeTests
{
    public static TheoryData<string> Codes =>
        [.. Language.All.SelectMany(Some.Places).Select(PlaceCode.Write)];

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
    [InlineData("1.uz.law")]
    [InlineData("1.uz.law.fr")]
    [InlineData("1.uz.law.0")]
    [InlineData("1.uz.law.uz.uz")]
    [InlineData("1.uz.law.uz ")]
    [InlineData("1.uz.cases.-1")]
    [InlineData("1.uz.cases.007")]
    [InlineData("1.uz.case.nobody")]
    [InlineData("1.uz.rights.0")]
    [InlineData("1.uz.send.other.AAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("1.uz.now.police.sign.hours.more")]
    [InlineData("1.uz.now..sign")]
    [InlineData("1.uz.ask.who.0.AAAA")]
    [InlineData("1.uz.ask.nothing.0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
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
