using System.Net;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Publications;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests;

/// <summary>The whole program with all its parts: whichever of them answers a browser, and with whatever, the answer forbids what no page of ours needs.</summary>
public sealed class SafePagesTests() : StorageContract(new SqliteTestDatabase())
{
    /// <summary>For the parameters of addresses: something that is there, and something that is not.</summary>
    static readonly Dictionary<string, string[]> Values = new()
    {
        ["language"] = ["en", "xx"], ["**path"] = ["home", "report/nothing"], ["id"] = ["nothing"], ["version"] = ["0000000000000000"], ["name"] = ["nothing.js"],
        ["kind"] = ["month"], ["period"] = ["2026-10", "2026-13"], ["format"] = ["json"], ["**rest"] = ["nothing"],
    };

    static readonly (string Name, string Value)[] OnEveryAnswer =
    [
        ("Referrer-Policy", "no-referrer"), ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Opener-Policy", "same-origin"), ("Strict-Transport-Security", "max-age=31536000"),
    ];

    [Fact]
    public async Task Every_answer_to_a_browser_of_every_part_carries_them()
    {
        using var disk = new TemporaryFolder();
        await Out.Publish(Database, "2026-10");
        var settings = new Settings(Roles.All, "http://127.0.0.1:0", new(Provider.Sqlite, ""), disk.File("pepper"), new(Repository.Locales), new Uri(Settings.DefaultUrls), null);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(App).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        await using var app = App.Build(builder, new Foundation(settings, RealWords.Edition, new Pepper(new byte[Pepper.Length]), Database));
        await app.StartAsync();
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        string[] addresses = [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(one => Addresses(one.RoutePattern.RawText ?? "")).Distinct()];
        List<string> pages = [], faults = [];
        foreach (var address in addresses.Where(one => !one.StartsWith("/health/", StringComparison.Ordinal) && !one.EndsWith("/events", StringComparison.Ordinal)))
            await Look(http, HttpMethod.Get, address, pages, faults);
        foreach (var address in new[] { "/chat", "/seal" })
            await Look(http, HttpMethod.Post, address, pages, faults);
        // What breaks is apologised for, in every part.
        await Database.Write((connection, transaction) => connection.ExecuteAsync("DROP TABLE house", transaction: transaction), CancellationToken.None);
        foreach (var address in new[] { "/publications", "/publications/ru", "/publications/feed.xml" })
            await Look(http, HttpMethod.Get, address, pages, faults);

        await app.StopAsync();

        Findings.AreNone(faults);
        foreach (var page in new[] { "200 /", "200 /en/home", "404 /xx/home", "200 /chat", "200 /console/enter", "200 /publications", "200 /publications/ru", "500 /publications" })
            Assert.Contains(page, pages);
    }

    static IEnumerable<string> Addresses(string pattern)
    {
        IEnumerable<string> all = [$"/{pattern.Trim('/')}"];
        foreach (var (name, values) in Values)
            all = all.SelectMany(one => one.Contains($"{{{name}", StringComparison.Ordinal)
                ? values.Select(value => System.Text.RegularExpressions.Regex.Replace(one, $@"\{{{System.Text.RegularExpressions.Regex.Escape(name)}[^}}]*\}}", value))
                : [one]);
        return all;
    }

    static async Task Look(HttpClient http, HttpMethod method, string address, List<string> pages, List<string> faults)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (method == HttpMethod.Post)
            request.Content = new StringContent("to=1.en.home", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await http.SendAsync(request);
        // Of a method that an address does not know the framework says so alone, without a body.
        if (answer.StatusCode == HttpStatusCode.MethodNotAllowed && answer.Content.Headers.ContentLength is 0)
            return;
        var said = $"{(int)answer.StatusCode} {address}";
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            pages.Add(said);
        faults.AddRange(OnEveryAnswer.Where(one => Header(one.Name) != one.Value).Select(one => $"{said} says “{Header(one.Name)}” as {one.Name}."));
        var policy = Header("Content-Security-Policy");
        if (!policy.StartsWith("default-src 'none'; ", StringComparison.Ordinal) || !policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal) || policy.Contains("unsafe", StringComparison.Ordinal))
            faults.Add($"{said} lets a browser load more than it should: “{policy}”.");
        if (!Header("Permissions-Policy").Contains("camera=(), ", StringComparison.Ordinal) || !Header("Permissions-Policy").Contains("microphone=(), ", StringComparison.Ordinal))
            faults.Add($"{said} lets a page ask for a camera: “{Header("Permissions-Policy")}”.");
        if (Header("Cache-Control") == "")
            faults.Add($"{said} does not say who may keep it.");
        var readers = address.StartsWith("/publications/", StringComparison.Ordinal) && (answer.Content.Headers.ContentType?.MediaType is not "text/html" and not null)
            || address == "/api/v1/openapi.json" ? "cross-origin" : "same-origin";
        if (Header("Cross-Origin-Resource-Policy") != readers && answer.StatusCode != HttpStatusCode.NotFound)
            faults.Add($"{said} may be loaded by {Header("Cross-Origin-Resource-Policy")}.");
        if (Header("Access-Control-Allow-Origin") != "" && readers != "cross-origin")
            faults.Add($"{said} may be read by pages of others.");
    }
}
