using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace MigrantBot.Publications.Pages;

/// <summary>
/// What is new, for whoever wants to be told (Atom, RFC 4287): an entry for each publication and each correction, with the numbers as they may be quoted. Its
/// entries are known by hashes of what they are about, so they are the same entries under any address.
/// </summary>
static class Feed
{
    const string Html = "text/html";

    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="content">What there is to tell.</param>
    /// <param name="tongue">In which language.</param>
    /// <param name="site">Under which address: <c>https://bot.example.org</c>.</param>
    public static byte[] Write(Content content, Tongue tongue, string site)
    {
        (DateOnly On, XElement Entry)[] entries =
        [
            .. content.All.Select(one => (one.On, Published(one, content, tongue, site))),
            .. content.Corrections.Select(one => (one.Day, Corrected(one, content, tongue, site))),
        ];
        var feed = new XElement(Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", tongue.Code),
            new XElement(Atom + "id", site + tongue.FeedAddress),
            new XElement(Atom + "title", Marked(tongue.Title, content, tongue)),
            new XElement(Atom + "subtitle", content.IsInvented ? tongue.Invented : tongue.Lead),
            new XElement(Atom + "updated", At(entries.Select(one => one.On).DefaultIfEmpty(DateOnly.FromDateTime(DateTime.UnixEpoch)).Max())),
            new XElement(Atom + "author", new XElement(Atom + "name", "MigrantBot")),
            Link("self", "application/atom+xml", site + tongue.FeedAddress),
            Link("alternate", Html, site + tongue.Address),
            entries.Reverse().OrderByDescending(one => one.On).Select(one => one.Entry));
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" }))
            feed.Save(xml);
        return bytes.ToArray();
    }

    static XElement Published(Appeared one, Content content, Tongue tongue, string site)
    {
        var margin = content.MarginOf(one);
        var (low, high) = Margins.Range(one.Figures.Total, margin);
        return Entry(
            IdOf($"{one.Sha256}\n{tongue.Code}"), $"{Tongue.Capital(tongue.Name(one.Period))}: {tongue.About(one.Figures.Total, margin)}", one.On,
            $"{tongue.Between(low, high)} {tongue.NotSaid(Core.Publications.Plan.Total)}", content, tongue,
            Link("alternate", Html, site + tongue.Address),
            Link("enclosure", "text/csv", site + PagePaths.FileOf(one.Period, "csv")), Link("enclosure", ApiJson.ContentType, site + PagePaths.FileOf(one.Period, "json")));
    }

    static XElement Corrected(Correction one, Content content, Tongue tongue, string site) => Entry(
        IdOf($"{content.All.FirstOrDefault(about => about.Period == one.Period)?.Sha256}\n{tongue.Code}\n{PublicationText.Day(one.Day)}\n{one.English}\n{one.Russian}"), $"{tongue.Correction}: {tongue.Name(one.Period)}", one.Day,
        tongue.CorrectionOf(one), content, tongue, Link("alternate", Html, $"{site}{tongue.Address}#corrections"));

    static XElement Entry(string id, string title, DateOnly on, string summary, Content content, Tongue tongue, params XElement[] links) => new(Atom + "entry",
        new XElement(Atom + "id", id),
        new XElement(Atom + "title", Marked(title, content, tongue)),
        new XElement(Atom + "published", At(on)),
        new XElement(Atom + "updated", At(on)),
        links,
        new XElement(Atom + "summary", Readable(summary)));

    /// <summary>A line in somebody's list of news stands there alone, so it says by itself that it is invented.</summary>
    static string Marked(string title, Content content, Tongue tongue) => content.IsInvented ? $"{tongue.InventedMark}. {title}" : title;

    static XElement Link(string relation, string type, string address) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address));

    /// <summary>The day is all that is kept.</summary>
    static string At(DateOnly day) => $"{PublicationText.Day(day)}T00:00:00Z";

    /// <summary>Once given it never changes, and no other entry has it: a UUID of version 8, from a hash.</summary>
    static string IdOf(string about)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(about))[..16];
        (hash[6], hash[8]) = ((byte)((hash[6] & 0x0F) | 0x80), (byte)((hash[8] & 0x3F) | 0x80));
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }

    /// <summary>Without letters that no XML can hold, which only somebody's hand in the database can have put there.</summary>
    static string Readable(string text) => string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));
}
