using System.Text.RegularExpressions;

namespace MigrantBot.Tests.Publications;

/// <summary>What somebody was told.</summary>
/// <param name="Asked">By which request.</param>
/// <param name="Told">Status, headers and body.</param>
sealed record Answer(string Asked, string Told);

/// <summary>Everything that anybody may ask, and what an NGO may ask with its key.</summary>
static partial class PublicAnswers
{
    const int MostPages = 15;

    static readonly IReadOnlyList<string> Periods =
        [.. Enumerable.Range(1, 12).Select(month => $"month/2026-{month:00}"), .. Enumerable.Range(1, 4).Select(quarter => $"quarter/2026-Q{quarter}")];

    /// <summary>As it is published, to whoever asks.</summary>
    public static IEnumerable<string> Files => Periods.SelectMany(period => new[] { $"/publications/{period}.json", $"/publications/{period}.csv" });

    static readonly IReadOnlyList<string> Others =
    [
        "/health/live", "/health/ready", "/health/none", "/publications", "/publications/ru", "/publications/feed.xml", "/publications/month/2026-13.json", "/publications/month/2026-01.xml",
        "/api/v1/openapi.json", "/api/v1", "/api/v1/publications", "/api/v1/signals", "/api/v1/publications/month/2026-05.json", "/api/v1/publications?key=mb_12345678_secret",
        "/console", "/console/enter", "/console/team", "/console/audit", "/console/api/queue", "/console/api/cases", "/console/api/audit", "/console/api/events", "/nowhere", "/en/nowhere",
    ];

    static readonly IReadOnlyList<(string Path, IReadOnlyList<(string, string)> Form)> Posts =
    [
        ("/chat", []), ("/chat", [("say", "1.en.receipt"), ("words", "1234 5678 9012 3456 7890")]), ("/chat", [("say", "1.en.receipt"), ("words", "12345")]), ("/chat", [("to", "1.en.home")]),
        ("/seal", []), ("/api/v1/publications", []), ("/publications/month/2026-05.json", []), ("/console/api/entrance", []),
    ];

    /// <summary>Pages of the web chat, as one link leads to another.</summary>
    public static async Task<IReadOnlyList<string>> Pages(HttpClient http)
    {
        List<string> found = ["/"];
        for (var next = 0; next < found.Count && found.Count < MostPages; next++)
            foreach (Match link in Link().Matches(await http.GetStringAsync(found[next])))
                if (!found.Contains(link.Groups["path"].Value))
                    found.Add(link.Groups["path"].Value);
        return found;
    }

    /// <summary>Without the moment of the answer.</summary>
    public static async Task<IReadOnlyList<Answer>> Read(HttpClient http, IEnumerable<string> pages, string key)
    {
        List<Answer> answers = [];
        foreach (var path in pages.Concat(Files).Concat(Others))
            answers.Add(await Ask(http, new(HttpMethod.Get, path)));
        foreach (var path in Others)
            answers.Add(await Ask(http, new(HttpMethod.Head, path)));
        foreach (var (path, form) in Posts)
            answers.Add(await Ask(http, new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Item1, field.Item2))) }));
        answers.AddRange(await ReadByKey(http, key));
        answers.Add(await Ask(http, With("mb_12345678_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/api/v1/publications")));
        return answers;
    }

    /// <summary>The list, the signals, and every file.</summary>
    public static async Task<IReadOnlyList<Answer>> ReadByKey(HttpClient http, string key)
    {
        List<Answer> answers = [];
        foreach (var path in Files.Prepend("/signals").Prepend("/publications"))
            answers.Add(await Ask(http, With(key, $"/api/v1{path}")));
        return answers;
    }

    static HttpRequestMessage With(string key, string path) => new(HttpMethod.Get, path) { Headers = { Authorization = new("Bearer", key) } };

    static async Task<Answer> Ask(HttpClient http, HttpRequestMessage request)
    {
        var form = request.Content is { } content ? $" {await content.ReadAsStringAsync()}" : "";
        var asked = $"{request.Method} {request.RequestUri}{form}{(request.Headers.Authorization is null ? "" : " with a key")}";
        using (request)
        using (var answer = await http.SendAsync(request))
        {
            var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal)
                .SelectMany(header => header.Value.Select(value => $"{header.Key}: {value}"));
            return new(asked, string.Join('\n', headers.Prepend($"{(int)answer.StatusCode}").Append("").Append(await answer.Content.ReadAsStringAsync())));
        }
    }

    [GeneratedRegex("""href="(?<path>/[^"#?]*)["#?]""")]
    private static partial Regex Link();
}
