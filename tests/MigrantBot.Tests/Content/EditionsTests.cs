using MigrantBot.Content;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Texts;

namespace MigrantBot.Tests.Content;

public sealed class EditionsTests : IDisposable
{
    const string Screens = "en/screens.yaml";

    static readonly string Home = RealWords.Wording.Say(Language.English, "home.text");

    readonly LocalesFolder locales = new();
    readonly Logbook<Editions> log = new();
    readonly Editions editions;

    public EditionsTests() => editions = Open(reload: true);

    public void Dispose() => locales.Dispose();

    Editions Open(bool reload) => new(Edition.Load(locales.Path, []), new(locales.Path, reload), log);

    static string Say(Edition edition) => edition.Wording.Say(Language.English, "home.text");

    [Fact]
    public void While_no_file_changes_it_is_the_same_edition()
    {
        Assert.Same(editions.Newest(), editions.Newest());
        Assert.Empty(log.Lines);
    }

    [Fact]
    public void A_saved_sentence_is_in_the_next_edition_and_the_one_before_stays_as_it_was()
    {
        var before = editions.Newest();
        locales.Replace(Screens, Home, "Said anew.");

        Assert.Equal("Said anew.", Say(editions.Newest()));
        Assert.Equal(Home, Say(before));
        Assert.Same(editions.Newest(), editions.Newest());
        Assert.Single(log.Lines, line => line.StartsWith("Information: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Saved_data_are_in_the_next_edition_too()
    {
        locales.Replace("phrases.yaml", RealWords.Catalogue.Phrases[0].Russian, "Сказано заново.");
        Assert.Equal("Сказано заново.", editions.Newest().Catalogue.Phrases[0].Russian);
    }

    [Fact]
    public void A_fault_keeps_the_edition_before_and_is_said_once_until_it_is_mended()
    {
        const string tajik = "tg/screens.yaml";
        var (before, home) = (editions.Newest(), RealWords.Wording.Say(Language.Tajik, "home.text"));
        locales.Change(tajik, $"text: \"{home}\"", "text: \"{nobody} helps.\"");

        Assert.Same(before, editions.Newest());
        Assert.Same(before, editions.Newest());
        var said = editions.Faults;
        Assert.Equal(tajik, Assert.Single(said).File);
        Assert.Equal($"Warning: The words and facts from before stay in use: {said[0]}", Assert.Single(log.Lines));

        // Saved once more with the same faults, there is nothing new to say.
        locales.Replace(tajik, "{nobody} helps.", "{nobody} helps at all.");
        Assert.Same(before, editions.Newest());
        Assert.Same(said, editions.Faults);
        Assert.Single(log.Lines);

        locales.Replace(tajik, "{nobody} helps at all.", home);
        Assert.NotSame(before, editions.Newest());
        Assert.Empty(editions.Faults);
    }

    [Fact]
    public void Many_faults_are_cut_short()
    {
        locales.Write(Screens, "home: {}"u8.ToArray());
        editions.Newest();
        Assert.True(editions.Faults.Count > 10);
        Assert.Equal(11, log.Lines.Count);
        Assert.EndsWith($"… and {editions.Faults.Count - 10} more. Mend the first one first.", log.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_taken_away_keeps_the_edition_before()
    {
        var before = editions.Newest();
        locales.RemoveAll();
        Assert.Same(before, editions.Newest());
        Assert.NotEmpty(editions.Faults);
    }

    [Fact]
    public void What_changed_between_the_first_reading_and_the_first_use_is_seen()
    {
        var first = Edition.Load(locales.Path, []);
        locales.Replace(Screens, Home, "Said anew.");
        Assert.Equal("Said anew.", Say(new Editions(first, new(locales.Path, Reload: true), log).Newest()));
    }

    [Fact]
    public void Many_who_ask_at_once_get_the_same_edition_from_one_reading()
    {
        locales.Replace(Screens, Home, "Said anew.");
        var asked = Enumerable.Range(0, 8).AsParallel().Select(_ => editions.Newest()).ToList();
        Assert.Single(asked.Distinct());
        Assert.Equal("Said anew.", Say(asked[0]));
        Assert.Single(log.Lines);
    }

    [Fact]
    public void In_production_nothing_is_read_twice()
    {
        var once = Open(reload: false);
        var first = once.Newest();
        locales.Replace(Screens, Home, "Said anew.");
        Assert.Same(first, once.Newest());
        locales.RemoveAll();
        Assert.Same(first, once.Newest());
        Assert.Empty(once.Faults);
        Assert.Empty(log.Lines);
    }
}
