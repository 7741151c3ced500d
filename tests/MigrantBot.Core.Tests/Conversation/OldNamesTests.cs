using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Tests.Conversation;

public class OldNamesTests
{
    const string Draft = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    [Theory]
    [InlineData("1.ky.laws", "1.ky.list.laws")]
    [InlineData("1.ky.law.kz", "1.ky-KZ.list.laws")]
    [InlineData("1.ky.cases.0", "1.ky.list.cases")]
    [InlineData("1.ky.case.c1", "1.ky.card.c1")]
    [InlineData("1.ky.rights", "1.ky.list.rights")]
    [InlineData("1.ky.rights.1", "1.ky.list.rights")]
    [InlineData("1.ky.right.right-refuse", "1.ky.card.right-refuse")]
    [InlineData("1.ky.contacts.kg.0", "1.ky-KG.help")]
    [InlineData("1.ky.contacts.all.2", "1.ky.organisations")]
    [InlineData("1.ky.ask.who.0." + Draft, "1.ky.q.who.0." + Draft)]
    public void An_old_button_leads_where_it_led(string old, string today) =>
        Assert.Equal(today, PlaceCode.Write(Places.Read(old, Some.Catalogue)!));

    [Theory]
    [InlineData("1.ky.law.fr")]
    [InlineData("1.ky.case.nobody")]
    [InlineData("1.ky.ask.nothing.0." + Draft)]
    [InlineData("1.ky.contacts.kg")]
    public void What_was_no_place_before_is_none_today(string old) => Assert.Null(Places.Read(old, Some.Catalogue));
}
