using MigrantBot.Core.Moderation;

namespace MigrantBot.Core.Tests.Moderation;

/// <summary>Names that nobody can mistake for another's.</summary>
public sealed class HandleTests
{
    [Theory]
    [InlineData("aziz")]
    [InlineData("Aziz_2.b-c")]
    [InlineData("Oʻtkir")]
    [InlineData("олим.третий")]
    [InlineData("Ғайрат")]
    [InlineData("Үмүт-7")]
    [InlineData("007")]
    public void A_name_in_one_alphabet_may_be_borne(string handle) => Assert.Null(Handle.Fault(handle));

    [Theory]
    [InlineData("kаrim")]
    [InlineData("Кarim")]
    [InlineData("олим_b")]
    [InlineData("oʻлим")]
    public void A_name_in_two_alphabets_may_not(string handle) => Assert.Equal(HandleFault.Mixed, Handle.Fault(handle));

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a\u200Bz")]
    [InlineData("a\u00ADz")]
    [InlineData("\u202Eziza")]
    [InlineData("ziz\u0301a")]
    [InlineData("ａziz")]
    [InlineData("αziz")]
    [InlineData("azız")]
    [InlineData("aziz١")]
    [InlineData("а\u0488б")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefg")]
    [InlineData("ʻʻʻ")]
    [InlineData("._-")]
    public void What_is_not_seen_or_looks_like_something_else_is_in_no_name(string handle) => Assert.Equal(HandleFault.Letters, Handle.Fault(handle));

    [Theory]
    [InlineData("karim", "Karim")]
    [InlineData("aхmаt", "AXMAT")]
    [InlineData("сор", "cop")]
    [InlineData("Ivan", "lvan")]
    [InlineData("al1", "ali")]
    [InlineData("b0ss", "boss")]
    [InlineData("a.b", "a_b")]
    [InlineData("Oʻtkir", "otkir")]
    [InlineData("НОТА", "hota")]
    [InlineData("орегатог", "operator")]
    public void Two_names_that_the_eye_takes_for_one_are_told(string one, string other)
    {
        Assert.True(Handle.LooksLike(one, other));
        Assert.True(Handle.LooksLike(other, one));
    }

    [Theory]
    [InlineData("karim", "karima")]
    [InlineData("amina", "zarina")]
    [InlineData("head1", "head2")]
    [InlineData("олим", "олам")]
    public void Others_are_not(string one, string other) => Assert.False(Handle.LooksLike(one, other));
}
