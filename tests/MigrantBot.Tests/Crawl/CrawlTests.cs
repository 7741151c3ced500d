using MigrantBot.Core.Awareness;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Texts;
using Xunit.Abstractions;

namespace MigrantBot.Tests.Crawl;

public sealed class CrawlTests(ITestOutputHelper output)
{
    /// <summary>What the content has now, less some room for a lawyer who takes something out; fewer means that the crawl stopped early.</summary>
    const int FewestPlaces = 700;

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_place_that_a_button_leads_to_renders_fits_and_has_a_way_home(string code)
    {
        var language = Language.Find(code)!;
        var (open, closed) = (new Crawler(language, reportingIsOpen: true, RealWords.Today).Run(), new Crawler(language, reportingIsOpen: false, RealWords.Today).Run());

        var count = $"Crawl {code}: {open.PlaceCount} places and {open.Visits.Count} screens; while no report is taken {closed.PlaceCount} and {closed.Visits.Count}.";
        output.WriteLine(count);
        Findings.AreNone(open.DeadLinks.Concat(closed.DeadLinks).Concat(open.Visits.Concat(closed.Visits).SelectMany(Limits.Breaches)));
        Assert.True(open.PlaceCount >= FewestPlaces, count);
        Assert.Contains(open.Visits, visit => visit.Screen.LeavesTyped);
        Assert.Contains(open.Visits, visit => visit.Screen is { Quote: not null, Place: ReportPlace.Preview });
        // While closed, words told are given back with a word why, and never with a button that sends.
        Assert.All(closed.Visits.Where(visit => visit.Screen.Quote is not null), visit => Assert.Contains(visit.Screen.Lines, line => line.Key == "closed.heading"));
        Assert.DoesNotContain(closed.Visits, visit => visit.Screen.Buttons.Any(button => button.Target is Target.To { Place: ReportPlace.Send }));
    }

    /// <summary>What is past its review says so, and still fits; a hint comes on top of it.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_place_fits_when_everything_on_it_is_old(string code)
    {
        var visits = new Crawler(Language.Find(code)!, reportingIsOpen: true, RealWords.AfterEveryReview).Run().Visits;

        Assert.Contains(visits, visit => visit.Screen.Lines.Any(line => line.Key == "help.old-contact"));
        Assert.All(visits.Where(visit => visit.Screen is { Place: AwarenessPlace.Card } && visit.Screen.Lines.Any(line => line.Key == "source.line")), visit => Assert.Contains(visit.Screen.Lines, line => line.Key == "source.old"));
        Findings.AreNone(visits.Select(visit => visit with { Screen = WithoutHint(visit.Screen) }).SelectMany(Limits.Breaches));
    }

    static Screen WithoutHint(Screen screen) =>
        screen with { Lines = [.. screen.Lines.Where(line => !line.Key.StartsWith("hint.", StringComparison.Ordinal))] };

    /// <summary>On a screen, or by its key in the code; only the commands of Telegram's menu are put together.</summary>
    [Fact]
    public void Every_text_of_the_screens_is_said_somewhere()
    {
        var visits = new Crawler(Language.English, reportingIsOpen: true, RealWords.Today).Run().Visits.Concat(new Crawler(Language.English, reportingIsOpen: false, RealWords.Today).Run().Visits);
        var said = visits.SelectMany(visit => Keys(visit.Screen)).Concat(Keys(FullestPreview(Language.English))).ToHashSet();
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        Findings.AreNone(
            from text in WordingFiles.Read(Repository.Locales, [])
            where text.File == "en/screens.yaml" && !text.Key.StartsWith("telegram.command.", StringComparison.Ordinal)
            let key = OfEveryChannel(text.Key) is { } common && said.Contains(common) ? common : text.Key
            where !said.Contains(key) && !source.Contains($"\"{key}\"", StringComparison.Ordinal)
            select key);
    }

    /// <summary>The key for which a page of the web, or one that a browser seals, has words of its own; null where it is none of these.</summary>
    static string? OfEveryChannel(string key) => key.Split('.') switch
    {
        ["web", "sealed", .. var rest] => string.Join('.', rest),
        ["web", .. var rest] => string.Join('.', rest),
        _ => null,
    };

    static IEnumerable<string> Keys(Screen screen) =>
        screen.Lines.Concat(screen.Buttons.Concat(screen.Navigation).Select(button => button.Label))
            .SelectMany(line => line.Arguments.SelectMany(argument => Keys(argument.Value)).Prepend(line.Key));

    static IEnumerable<string> Keys(Argument argument) => argument switch
    {
        Argument.Word word => [word.Key],
        Argument.Several several => several.Items.SelectMany(Keys),
        _ => [],
    };

    [Fact]
    public void A_screen_beyond_the_limits_is_caught()
    {
        var at = new GeneralPlace.Clear(Language.Tajik);
        var screen = new Screen(at, [.. Enumerable.Repeat(new Line(LineStyle.Text, "clear.limits"), 10)], [.. Enumerable.Repeat(new Button("button.now", at), 100)]);
        var breaches = string.Join('\n', Limits.Breaches(new(screen, "too much", "")));
        Assert.All(["characters", "buttons", "no way home", "bytes"], what => Assert.Contains(what, breaches, StringComparison.Ordinal));
    }

    /// <summary>The crawl sees previews with few answers; the fullest is the longest.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void The_preview_of_every_answer_fits(string code) =>
        Findings.AreNone(Limits.Breaches(new(FullestPreview(Language.Find(code)!), "the fullest preview", " answering everything")));

    static Screen FullestPreview(Language language)
    {
        var facets = new Facets
        {
            Who = Who.Relative, When = When.Month, Region = Region.NorthWest, Site = Site.DeportationCentre, Actor = Actor.AgentOrLawyer,
            Methods = Enum.GetValues<Methods>().Aggregate((all, one) => all | one), Stage = Stage.AtFront, Citizenship = Citizenship.Other,
            RussianPassport = RussianPassport.Yes, Deadline = Deadline.None,
        };
        var preview = new ReportPlace.Preview(language, new Draft(UInt128.MaxValue, facets));
        return Dialogue.Answer(preview, new Incoming.Opened(), null, new(RealWords.Catalogue, RealWords.Today, true, UInt128.One) { ReceiptOf = _ => Receipt.Of(0) }).Screen;
    }
}
