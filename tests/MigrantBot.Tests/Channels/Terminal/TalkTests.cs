using Microsoft.Extensions.Logging.Abstractions;
using MigrantBot.Channels.Terminal;
using MigrantBot.Content;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Intake;
using MigrantBot.Tests.Texts;

namespace MigrantBot.Tests.Channels.Terminal;

public sealed class TalkTests : IAsyncLifetime
{
    const string End = "Goodbye.";

    IntakeHome intake = null!;

    public async Task InitializeAsync() => intake = await IntakeHome.Open();

    public async Task DisposeAsync() => await intake.DisposeAsync();

    /// <summary>Types the lines, one by one, and gives everything that was shown, screen by screen.</summary>
    Task<string[]> Type(string? language, params string[] lines) => Type(Editions(new(Repository.Locales)), language, lines);

    async Task<string[]> Type(Editions editions, string? language, IEnumerable<string> lines)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var input = new Typist(lines);
        await new Talk(intake.Conversations, editions, input, output).Run(language, CancellationToken.None);
        return output.ToString().Split(new string('─', 60))[1..];
    }

    static Editions Editions(LocalesOptions locales) =>
        new(locales.Reload ? Edition.Load(locales.Folder, []) : RealWords.Edition, locales, NullLogger<Editions>.Instance);

    [Fact]
    public async Task A_whole_report_is_told_and_sent()
    {
        // Home: tell us; begin; my relative; this week; the words, typed before all is answered; send.
        var screens = await Type("en", "4", "1", "2", "3", "They hold him since 12.11.", "1");
        var preview = screens[^2];
        Assert.Contains("Who: 👪 My relative", preview, StringComparison.Ordinal);
        Assert.Contains("When: 🗓 This week", preview, StringComparison.Ordinal);
        Assert.Contains("  │ They hold him since 12.11.", preview, StringComparison.Ordinal);
        Assert.Contains("▌ Done. Thank you.", screens[^1], StringComparison.Ordinal);
        Assert.EndsWith($"{End}\n", screens[^1], StringComparison.Ordinal);
        var report = Assert.Single(await intake.Reader.Read(intake.Database));
        Assert.Equal("They hold him since 12.11.", report.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Who_took_a_number_comes_back_with_it()
    {
        // As above, but sent with a number; then in another talk: my number, and the digits as they are on paper.
        var sent = await Type("en", "4", "1", "2", "3", "They hold him since 12.11.", "2");
        var digits = sent[^1].Split('▒')[1].Trim();

        Assert.Contains("It waits for a moderator.", (await Type("en", "5", digits))[^1], StringComparison.Ordinal);
        Assert.Contains("It waits for a moderator.", (await Type("en", digits.Replace(" ", "", StringComparison.Ordinal)))[^1], StringComparison.Ordinal);
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
    public async Task A_recording_is_named_with_its_file()
    {
        using var locales = new LocalesFolder();
        var id = RealWords.Catalogue.Phrases[0].Id;
        locales.Write($"en/audio/{id}.ogg", SilentOpus.Of(1));
        var edition = Edition.Load(locales.Path, []);
        var screen = await intake.Conversations.Answer(new(new Incoming.Opened()) { Code = $"1.en.listen.{id}" }, edition.Catalogue, CancellationToken.None);
        Assert.Contains($"🔊 {Path.Combine(locales.Path, "en", "audio", $"{id}.ogg")}", ScreenWriting.Write(screen, edition), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_number_is_printed_and_the_screen_stays()
    {
        var number = RealWords.Catalogue.ContactsOf(Country.Kg, RealWords.Today).Where(contact => contact.Areas.Contains(Area.Moscow)).SelectMany(contact => contact.Phones).First();
        // Home: who can help; Kyrgyzstan; Moscow; the first number.
        var screens = await Type("en", "3", "3", "1", "1");
        Assert.Contains($"{number}\n", screens[3], StringComparison.Ordinal);
        Assert.Equal(5, screens.Length);
    }

    [Fact]
    public async Task A_saved_sentence_is_shown_with_the_next_line_also_by_Enter_alone()
    {
        using var locales = new LocalesFolder();
        var before = RealWords.Wording.Say(Language.English, "home.text");

        var screens = await Type(Editions(new(locales.Path, Reload: true)), "en", Lines());

        Assert.Contains(before, screens[0], StringComparison.Ordinal);
        Assert.Contains("Said anew.", screens[1], StringComparison.Ordinal);
        Assert.DoesNotContain(before, screens[1], StringComparison.Ordinal);

        IEnumerable<string> Lines()
        {
            locales.Replace("en/screens.yaml", before, "Said anew.");
            yield return "";
        }
    }

    [Fact]
    public async Task Saved_faults_are_told_once_with_their_mend_and_the_old_words_stay_until_it_is_done()
    {
        using var locales = new LocalesFolder();
        var home = RealWords.Wording.Say(Language.English, "home.text");

        var screens = await Type(Editions(new(locales.Path, Reload: true)), "en", Lines());

        Assert.Contains("Your change is not shown yet. Mend this, save, then press Enter:\nen/screens.yaml:", screens[0], StringComparison.Ordinal);
        Assert.Contains("Mend: ", screens[0], StringComparison.Ordinal);
        Assert.All(screens[1..3], screen => Assert.Contains(home, screen, StringComparison.Ordinal));
        Assert.DoesNotContain("Mend: ", screens[1], StringComparison.Ordinal);
        Assert.Contains("Said anew.", screens[3], StringComparison.Ordinal);

        IEnumerable<string> Lines()
        {
            locales.Replace("en/screens.yaml", home, "Said \"badly\".");
            yield return "";
            yield return "";
            locales.Replace("en/screens.yaml", "Said \"badly\".", "Said anew.");
            yield return "";
        }
    }

    /// <summary>Somebody who types line by line, and does other things in between.</summary>
    sealed class Typist(IEnumerable<string> lines) : TextReader
    {
        readonly IEnumerator<string> lines = lines.GetEnumerator();

        public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => ValueTask.FromResult(lines.MoveNext() ? lines.Current : null);
    }
}
