using System.Net;
using System.Xml.Linq;
using MigrantBot.Core.Publications;
using MigrantBot.Publications.Pages;

namespace MigrantBot.Tests.Publications.Pages;

/// <summary>What tells whoever subscribed that something is new.</summary>
public sealed class FeedTests
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    static readonly IReadOnlyList<Figures> TwoYears = MadeFigures.TwoYears();

    static async Task<XElement> Read(PublicHost host, string path = PagePaths.EnglishFeed)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        return XElement.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    static string Of(XElement element, string name) => element.Element(Atom + name)?.Value ?? "";

    static IEnumerable<XElement> Entries(XElement feed) => feed.Elements(Atom + "entry");

    static string Address(XElement element, string relation, string type) =>
        element.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == relation && (string?)link.Attribute("type") == type).Attribute("href")!.Value;

    [Theory]
    [InlineData(PagePaths.EnglishFeed, PagePaths.English, "en")]
    [InlineData(PagePaths.RussianFeed, PagePaths.Russian, "ru")]
    public async Task Each_publication_and_each_correction_is_an_entry_with_its_number_its_margin_and_its_files(string path, string page, string code)
    {
        Tongue tongue = code == "ru" ? Tongue.OfRussian : Tongue.OfEnglish;
        await using var host = await PublicHost.Start(TwoYears, address: new("https://numbers.example.org/console"));
        await host.Correct(MadeFigures.NewestMonth, "A day late & right.", "На день позже, числа верны.");
        var feed = await Read(host, path);

        AssertIsAtom(feed, tongue, "https://numbers.example.org" + page);
        Assert.Equal(TwoYears.Count + 1, Entries(feed).Count());
        var (first, second) = (Entries(feed).First(), Entries(feed).Skip(1).First());
        Assert.Equal($"{tongue.Correction}: {tongue.Name(MadeFigures.NewestMonth)}", Of(first, "title"));
        Assert.Equal(code == "ru" ? "На день позже, числа верны." : "A day late & right.", Of(first, "summary"));
        Assert.EndsWith($"{page}#corrections", Address(first, "alternate", "text/html"), StringComparison.Ordinal);
        var newest = TwoYears.Single(one => one.Period == MadeFigures.NewestMonth);
        Assert.Equal($"{Tongue.Capital(tongue.Name(newest.Period))}: {tongue.About(newest.Total, Plan.Total.Margin)}", Of(second, "title"));
        Assert.Contains(tongue.NotSaid(Plan.Total), Of(second, "summary"), StringComparison.Ordinal);
        Assert.Equal($"{newest.Period.DueOn:yyyy-MM-dd}T00:00:00Z", Of(second, "updated"));
        using var client = new HttpClient { BaseAddress = host.Address };
        foreach (var type in new[] { "text/csv", "application/json" })
            using (var file = await client.GetAsync(new Uri(Address(second, "enclosure", type)).AbsolutePath))
                Assert.Equal((HttpStatusCode.OK, type), (file.StatusCode, file.Content.Headers.ContentType?.MediaType));
    }

    /// <summary>What RFC 4287 asks of a feed and of an entry.</summary>
    static void AssertIsAtom(XElement feed, Tongue tongue, string page)
    {
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal(tongue.Code, (string?)feed.Attribute(XNamespace.Xml + "lang"));
        Assert.Equal(Of(feed, "id"), Address(feed, "self", "application/atom+xml"));
        Assert.Equal(page, Address(feed, "alternate", "text/html"));
        Assert.NotEqual("", Of(feed.Element(Atom + "author")!, "name"));
        Assert.Equal(Entries(feed).Max(entry => Of(entry, "updated")), Of(feed, "updated"));
        foreach (var one in Entries(feed).Prepend(feed))
        {
            Assert.True(Uri.TryCreate(Of(one, "id"), UriKind.Absolute, out _), Of(one, "id"));
            Assert.NotEqual("", Of(one, "title"));
            Assert.Matches(@"^\d{4}-\d\d-\d\dT00:00:00Z$", Of(one, "updated"));
            Assert.Equal(["author", "id", "title", "updated"], ((string[])["author", "id", "title", "updated"]).Where(name => one.Elements(Atom + name).Count() <= 1));
            Assert.All(one.Elements(Atom + "link"), link => Assert.StartsWith("https://numbers.example.org/publications", (string?)link.Attribute("href"), StringComparison.Ordinal));
        }
        Assert.Equal(Entries(feed).Count(), Entries(feed).Select(entry => Of(entry, "id")).Distinct().Count());
        Assert.Equal(Entries(feed).Select(entry => Of(entry, "updated")).OrderDescending(), Entries(feed).Select(entry => Of(entry, "updated")));
    }

    [Fact]
    public async Task An_entry_stays_the_same_under_another_address_and_when_others_come()
    {
        await using var host = await PublicHost.Start([.. TwoYears.Take(5)], address: new("https://old.example.org"));
        await using var moved = await PublicHost.Start([.. TwoYears.Take(5)], address: new("https://new.example.org"));
        static string[] Ids(XElement feed) => [.. Entries(feed).Select(entry => Of(entry, "id"))];
        var before = Ids(await Read(host));
        Assert.Equal(5, before.Length);

        await host.Publish(TwoYears[5]);
        await host.Correct(TwoYears[0].Period, "Wrong.", "Неверно.");
        var after = Ids(await Read(host));

        Assert.Equal(7, after.Length);
        Assert.Equal(before, after.Intersect(before));
        Assert.Empty(Ids(await Read(host, PagePaths.RussianFeed)).Intersect(after));
        // Where another head of an audit stands in the file, it is another publication.
        Assert.Equal(5, Ids(await Read(moved)).Length);
    }

    [Fact]
    public async Task It_is_the_same_for_everybody_and_who_has_it_already_is_told_so()
    {
        await using var host = await PublicHost.Start(TwoYears);
        using var client = new HttpClient { BaseAddress = host.Address };
        using var first = await client.GetAsync(PagePaths.EnglishFeed);
        Assert.Equal("application/atom+xml; charset=utf-8", first.Content.Headers.ContentType?.ToString());
        Assert.Equal(("public, max-age=900", "*"), (first.Headers.CacheControl?.ToString(), first.Headers.GetValues("Access-Control-Allow-Origin").Single()));

        using var request = new HttpRequestMessage(HttpMethod.Get, PagePaths.EnglishFeed);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        await host.Correct(MadeFigures.NewestMonth, "Wrong.", "Неверно.");
        using var corrected = await client.GetAsync(PagePaths.EnglishFeed);
        Assert.NotEqual(first.Headers.ETag, corrected.Headers.ETag);
    }

    [Fact]
    public async Task Invented_numbers_say_so_in_every_title_since_a_title_stands_alone()
    {
        await using var host = await PublicHost.Start(TwoYears, isInvented: true);
        await host.Correct(MadeFigures.NewestMonth, "Wrong.", "Неверно.");
        foreach (var (path, tongue) in new[] { (PagePaths.EnglishFeed, Tongue.OfEnglish), (PagePaths.RussianFeed, Tongue.OfRussian) })
        {
            var feed = await Read(host, path);
            Assert.All(Entries(feed).Prepend(feed), one => Assert.StartsWith(tongue.InventedMark, Of(one, "title"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Before_anything_is_published_it_is_empty_and_after_somebodys_hand_in_the_database_it_is_still_XML()
    {
        await using var empty = await PublicHost.Start();
        Assert.Empty(Entries(await Read(empty)));
        Assert.Equal("1970-01-01T00:00:00Z", Of(await Read(empty), "updated"));

        await using var host = await PublicHost.Start([TwoYears[0]]);
        await host.Correct(TwoYears[0].Period, "Wrong.", "Неверно.");
        await host.Run("UPDATE errata SET en = @Attack", new { Attack = "</summary><script>alert(1)</script>\u0001\ufffe]]>" });
        var correction = Entries(await Read(host)).First();
        Assert.Equal("</summary><script>alert(1)</script>]]>", Of(correction, "summary"));
        Assert.Empty(correction.Element(Atom + "summary")!.Elements());
        await host.Run("DELETE FROM publications");
        Assert.StartsWith(Tongue.OfEnglish.Correction, Of(Assert.Single(Entries(await Read(host))), "title"), StringComparison.Ordinal);
    }
}
