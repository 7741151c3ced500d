using System.Net;
using System.Text.RegularExpressions;

namespace MigrantBot.Tests.Channels.WebChat;

/// <summary>A page as its reader without a browser sees it: text, buttons and what the form carries.</summary>
sealed partial class PageReader(string html)
{
    public string Html => html;

    public string Body => html[html.IndexOf("<body>", StringComparison.Ordinal)..];

    public string? Told => Value(@"name=""told"" value=""([^""]*)""");

    public string? Box => Value(@"<textarea[^>]*>\n?([^<]*)</textarea>");

    public string? Quoted => Value("<blockquote>([^<]*)</blockquote>");

    public string Say => Value(@"name=""say"" value=""([^""]*)""")!;

    public string Heading => Value("<h1[^>]*>([^<]*)</h1>") ?? "";

    /// <summary>The addresses that the buttons of the form carry, in their order.</summary>
    public IReadOnlyList<string> To => [.. Button().Matches(html).Select(match => match.Groups[1].Value)];

    /// <summary>The address of the first button that leads to this screen.</summary>
    public string ToScreen(string screen) => To.First(code => code.Split('.')[2] == screen);

    public IReadOnlyList<string> Links => [.. Link().Matches(html).Select(match => match.Groups[1].Value)];

    string? Value(string pattern) => Regex.Match(html, pattern) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex(@"<button[^>]* name=""to"" value=""([^""]*)""")]
    private static partial Regex Button();

    [GeneratedRegex(@"<a [^>]*href=""([^""]*)""")]
    private static partial Regex Link();
}
