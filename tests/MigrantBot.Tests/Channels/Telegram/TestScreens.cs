using MigrantBot.Core.Exchange;

namespace MigrantBot.Tests.Channels.Telegram;

/// <summary>A place that exists only in tests.</summary>
sealed record TestPlace(string Name, Language Language) : Place(Language)
{
    public TestPlace(string name) : this(name, Language.Tajik) { }

    public override string Path => Name;
}

/// <summary>Screens whose keys are their texts.</summary>
static class TestScreens
{
    public static string Say(Language language, Line line) => line.Key;

    public static Line Text(string text, LineStyle style = LineStyle.Text) => new(style, text);

    public static Screen Screen(string text, params IReadOnlyList<Button> buttons) =>
        new(new TestPlace("test"), [Text(text)], buttons) { Navigation = [new Button("home", new TestPlace("home"))] };

    public static Button To(string name) => new(name, new TestPlace(name));
}
