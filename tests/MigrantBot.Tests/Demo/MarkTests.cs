using MigrantBot.Channels.WebChat;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Console;

namespace MigrantBot.Tests.Demo;

/// <summary>Pages of a house that invents nothing say nothing of it; those of a demo are walked through in <see cref="Journeys.DemoTests"/>.</summary>
public sealed class MarkTests
{
    [Fact]
    public async Task A_real_console_has_no_mark()
    {
        await using var host = await ConsoleHost.Start();
        using var client = new HttpClient { BaseAddress = host.Address };

        var page = await client.GetStringAsync(new Uri(MigrantBot.Console.ConsolePaths.Enter, UriKind.Relative));

        Assert.Contains("id=\"stage\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("invented", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_for_what_broke_says_it_in_every_language_of_a_demo_and_never_elsewhere()
    {
        var (demo, real) = (ApologyPage.Write(RealWords.Wording, new(IsInvented: true)), ApologyPage.Write(RealWords.Wording, new(IsInvented: false)));

        Assert.All(Language.All, language => Assert.Contains($"<p class=\"invented\" role=\"note\" lang=\"{language}\">{PageWriting.Encode(RealWords.Wording.Say(language, "web.invented"))}</p>", demo, StringComparison.Ordinal));
        Assert.DoesNotContain("class=\"invented\"", real, StringComparison.Ordinal);
    }
}
