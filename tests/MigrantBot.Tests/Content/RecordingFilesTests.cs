using MigrantBot.Content;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Texts;
using MigrantBot.Texts;

namespace MigrantBot.Tests.Content;

public sealed class RecordingFilesTests : IDisposable
{
    const int Megabyte = 1024 * 1024;

    static readonly string Id = RealWords.Catalogue.Phrases[0].Id;

    readonly LocalesFolder locales = new();

    public void Dispose() => locales.Dispose();

    (Edition Edition, List<Fault> Faults) Load()
    {
        List<Fault> faults = [];
        return (Edition.Load(locales.Path, faults), faults);
    }

    static byte[] Padded(int length) => [.. SilentOpus.Of(1), .. new byte[length - SilentOpus.Of(1).Length]];

    [Fact]
    public void Without_recordings_nothing_can_be_heard() => Assert.Empty(Load().Edition.Recordings);

    [Fact]
    public void A_recording_is_found_in_its_language_under_the_id_of_what_it_reads()
    {
        locales.Write($"tg/audio/{Id}.ogg", SilentOpus.Of(2));
        var (edition, faults) = Load();
        Findings.AreNone(faults.Select(fault => fault.ToString()));
        Assert.Equal(new Recording(Language.Tajik, Id), Assert.Single(edition.Recordings).Key);
        Assert.Equal(SilentOpus.Of(2), File.ReadAllBytes(edition.FileOf(new(Language.Tajik, Id))!.Path));
        Assert.Null(edition.FileOf(new(Language.Kyrgyz, Id)));
        Assert.Null(edition.FileOf(null));
    }

    [Fact]
    public void A_law_and_a_sentence_can_both_be_read_aloud()
    {
        string[] ids = ["law-uz", Id];
        foreach (var id in ids)
            locales.Write($"uz-Cyrl/audio/{id}.ogg", SilentOpus.Of(1));
        Assert.Equal(ids.Order(), Load().Edition.Recordings.Keys.Select(recording => recording.Id).Order());
    }

    [Theory]
    [InlineData("law-xx.ogg", "Nothing has the id “law-xx”.")]
    [InlineData("LAW-UZ.ogg", "Nothing has the id “LAW-UZ”.")]
    [InlineData("law-uz.OGG", "files that end with .ogg.")]
    [InlineData("law-uz.m4a", "files that end with .ogg.")]
    [InlineData("notes.txt", "files that end with .ogg.")]
    public void A_file_that_nobody_would_hear_is_refused(string name, string problem)
    {
        locales.Write($"ky/audio/{name}", SilentOpus.Of(1));
        var (edition, faults) = Load();
        var fault = Assert.Single(faults);
        Assert.Equal(($"ky/audio/{name}", 0), (fault.File, fault.Line));
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Mend);
        Assert.Empty(edition.Recordings);
    }

    [Fact]
    public void Another_format_under_the_right_name_is_refused()
    {
        byte[][] others = ["ID3 and some music"u8.ToArray(), [], [.. "OggS"u8, .. new byte[24], .. "\u0001vorbis"u8, .. new byte[9]], SilentOpus.Of(1)[..30]];
        foreach (var other in others)
        {
            locales.Write($"ru/audio/{Id}.ogg", other);
            Assert.Contains("no OGG with Opus", Assert.Single(Load().Faults).Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_megabyte_is_taken_and_not_a_byte_more()
    {
        locales.Write($"kk/audio/{Id}.ogg", Padded(Megabyte));
        Assert.Empty(Load().Faults);
        locales.Write($"kk/audio/{Id}.ogg", Padded(Megabyte + 1));
        Assert.Contains("more than 1024", Assert.Single(Load().Faults).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_that_is_saved_anew_is_another_file_and_one_that_is_not_stays_the_same()
    {
        locales.Write($"tg/audio/{Id}.ogg", SilentOpus.Of(2));
        var editions = new Editions(Load().Edition, new(locales.Path, Reload: true), new Logbook<Editions>());
        var first = editions.Newest().FileOf(new(Language.Tajik, Id));

        locales.Write($"uz/audio/{Id}.ogg", SilentOpus.Of(1));
        Assert.Equal(first, editions.Newest().FileOf(new(Language.Tajik, Id)));
        locales.Write($"tg/audio/{Id}.ogg", SilentOpus.Of(3));
        Assert.NotEqual(first, editions.Newest().FileOf(new(Language.Tajik, Id)));
    }
}
