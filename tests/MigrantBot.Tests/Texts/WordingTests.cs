using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Tests.Texts;

public sealed class WordingTests
{
    static readonly Wording Wording = new(new Dictionary<(Language, string), string>
    {
        [(Language.UzbekLatin, "line")] = "{a}, {b}, {a}",
        [(Language.English, "line")] = "English {a}",
        [(Language.Russian, "line")] = "{years} {years|год|года|лет}, {years}",
        [(Language.UzbekLatin, "word")] = "soʻz",
    });

    static Line Line(params (string, Argument)[] arguments) => new(LineStyle.Text, "line", arguments);

    [Fact]
    public void Places_are_filled_as_often_as_they_stand() =>
        Assert.Equal("1, {b}, 1", Wording.Say(Language.UzbekLatin, Line(("a", 1), ("b", "{b}"))));

    [Fact]
    public void Every_kind_of_argument_is_written() => Assert.Equal(
        "soʻz, 03.2026; x, soʻz",
        Wording.Say(Language.UzbekLatin, Line(
            ("a", new Argument.Word("word")), ("b", new Argument.Several([new Argument.Month(2026, 3), "x"])))));

    [Theory]
    [InlineData("3", "3 года, 3")]
    [InlineData("5", "5 лет, 5")]
    public void A_form_goes_with_its_number(string years, string said) =>
        Assert.Equal(said, Wording.Say(Language.Russian, Line(("years", years))));

    [Fact]
    public void A_line_in_a_language_of_its_own_goes_before_that_of_the_screen() =>
        Assert.Equal("English y", Wording.Say(Language.UzbekLatin, Line(("a", "y")) with { In = Language.English }));

    [Fact]
    public void What_is_missing_is_a_bug_and_throws()
    {
        Assert.Throws<KeyNotFoundException>(() => Wording.Say(Language.Tajik, "line"));
        Assert.Throws<KeyNotFoundException>(() => Wording.Say(Language.UzbekLatin, Line(("a", "b"))));
    }

    [Fact]
    public void A_text_tells_its_places() => Assert.Equal(["a", "b"], Wording.PlacesOf(Language.UzbekLatin, "line"));

    [Fact]
    public void A_place_with_forms_is_known_by_its_name() => Assert.Equal(["years"], Wording.PlacesOf(Language.Russian, "line"));
}
