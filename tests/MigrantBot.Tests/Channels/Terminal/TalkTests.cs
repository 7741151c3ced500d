using MigrantBot.Channels.Terminal;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Intake;

namespace MigrantBot.Tests.Channels.Terminal;

public sealed class TalkTests : IAsyncLifetime
{
    const string End = "Goodbye.";

    IntakeHome intake = null!;

    public async Task InitializeAsync() => intake = await IntakeHome.Open();

    public async Task DisposeAsync() => await intake.DisposeAsync();

    /// <summary>Types the lines, one by one, and gives everything that was shown, screen by screen.</summary>
    async Task<string[]> Type(string? language, params string[] lines)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var input = new StringReader(string.Join('\n', lines));
        await new Talk(intake.Conversations, RealWords.Wording, input, output).Run(language, CancellationToken.None);
        return output.ToString().Split(new string('─', 60))[1..];
    }

    [Fact]
    public async Task A_whole_report_is_told_and_sent()
    {
        // Home: tell us; begin; my relative; this week; the words, typed before all is answered; send.
        var screens = await Type("en", "4", "1", "2", "3", "They hold him since 12.11.", "1");
        var preview = screens[^2];
        Assert.Contains("Who: 👪 My relative", preview, StringComparison.Ordinal);
        Assert.Contains("When: 🗓 This week", preview, StringComparison.Ordinal);
        Assert.Contains("  │ They hold him since 12.11.", preview, StringComparison.Ordinal);
        Assert.Contains("▌ Received. Thank you.", screens[^1], StringComparison.Ordinal);
        Assert.EndsWith($"{End}\n", screens[^1], StringComparison.Ordinal);
        var report = Assert.Single(await intake.Reader.Read(intake.Database));
        Assert.Equal("They hold him since 12.11.", report.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("99")]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData("99999999999999999999")]
    [InlineData("hello")]
    public async Task What_is_no_button_gets_a_hint_and_the_same_screen(string line)
    {
        var screens = await Type("en", line);
        Assert.Equal(2, screens.Length);
        Assert.Contains("Please use the buttons.", screens[1], StringComparison.Ordinal);
        Assert.Contains("They are pressing me now", screens[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_line_shows_the_screen_again()
    {
        var screens = await Type("en", "", "  ", "");
        Assert.Equal(screens[0], screens[1]);
    }

    [Fact]
    public async Task The_end_of_the_input_ends_the_talk_in_its_language()
    {
        Assert.EndsWith($"{End}\n", Assert.Single(await Type("en")), StringComparison.Ordinal);
        Assert.EndsWith(RealWords.Wording.Say(Language.Tajik, "terminal.bye") + "\n", Assert.Single(await Type("tg")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("xx")]
    public async Task Without_a_language_the_choice_comes_first(string? language)
    {
        var screens = await Type(language, "7");
        Assert.Contains("  1  Oʻzbekcha", screens[0], StringComparison.Ordinal);
        Assert.Contains("Help with papers and law.", screens[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_number_is_printed_and_the_screen_stays()
    {
        // Home: who can help; Kyrgyzstan; the first number.
        var screens = await Type("en", "3", "3", "1");
        Assert.Contains("+7 925 115 50 47\n", screens[2], StringComparison.Ordinal);
        Assert.Equal(4, screens.Length);
    }
}
