using MigrantBot.Content;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Texts;

namespace MigrantBot.Tests.Channels.WebChat;

public sealed class ReloadTests : IDisposable
{
    static readonly string Home = RealWords.Wording.Say(Language.English, "home.text");

    readonly LocalesFolder locales = new();

    public void Dispose() => locales.Dispose();

    [Fact]
    public async Task A_saved_sentence_is_on_the_next_page_and_no_browser_keeps_the_old_one()
    {
        await using var host = await WebHost.Start(new LocalesOptions(locales.Path, Reload: true));
        using var http = host.Client();
        var before = await http.GetAsync("/en");
        Assert.Contains(Home, await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-cache", before.Headers.CacheControl!.ToString());

        locales.Replace("en/screens.yaml", Home, "Said anew.");

        Assert.Contains("Said anew.", await http.GetStringAsync("/en"), StringComparison.Ordinal);
        Assert.Contains("Said anew.", (await http.Press(await http.Page("/en/tell"), "1.en.home")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_which_the_file_is_broken_shows_the_old_words_under_the_same_headers()
    {
        await using var host = await WebHost.Start(new LocalesOptions(locales.Path, Reload: true));
        using var http = host.Client();
        var before = await http.GetAsync("/en");

        locales.Write("en/screens.yaml", "home: \"broken"u8.ToArray());
        var after = await http.GetAsync("/en");

        Assert.Equal(await before.Content.ReadAsStringAsync(), await after.Content.ReadAsStringAsync());
        Assert.Equal(Headers(before), Headers(after));
    }

    [Fact]
    public async Task In_production_a_page_stays_as_it_was_at_the_start()
    {
        await using var host = await WebHost.Start(new LocalesOptions(locales.Path));
        using var http = host.Client();
        locales.RemoveAll();
        Assert.Contains(Home, await http.GetStringAsync("/en"), StringComparison.Ordinal);
    }

    static IEnumerable<string> Headers(HttpResponseMessage answer) =>
        answer.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order();
}
