using System.Net;
using System.Text.Json;
using Dapper;
using MigrantBot.Publications;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Publications;

/// <summary>The served document, held to what the endpoints really answer: what it promises was seen, and what was seen it promises.</summary>
public sealed class OpenApiTests() : StorageContract(new SqliteTestDatabase())
{
    const string OfFile = "/api/v1/publications/{kind}/{period}.{format}";

    static readonly string[] Words = ["summary", "description", "operationId"];

    readonly HashSet<(string Path, string Status)> seen = [];

    static readonly Dictionary<string, string[]> Addresses = new()
    {
        ["/api/v1/publications"] = ["/api/v1/publications"],
        [OfFile] =
        [
            "/api/v1/publications/month/2026-10.json", "/api/v1/publications/month/2026-10.csv", "/api/v1/publications/quarter/2026-Q3.json",
            "/api/v1/publications/quarter/2026-Q1.json", "/api/v1/publications/quarter/2026-Q3.csv",
        ],
        ["/api/v1/signals"] = ["/api/v1/signals"],
        ["/api/v1/openapi.json"] = ["/api/v1/openapi.json"],
    };

    [Fact]
    public async Task Every_path_and_status_that_it_promises_is_answered_as_it_says_and_no_other()
    {
        await Out.Publish(Database, "2026-Q1", Core.Publications.Volume.Low);
        foreach (var period in new[] { "2026-Q3", "2026-10" })
            await Out.Publish(Database, period, most: 25);
        await using var host = await ApiHost.Start(Database);
        using var document = JsonDocument.Parse(await host.Http.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative)));
        var (key, narrow, hasty) = (await Out.Key(Database, host.Clock), await Out.Key(Database, host.Clock, Scope.Signals), await Out.Key(Database, host.Clock));
        var quarters = await Out.Key(Database, host.Clock, Scope.Quarters);
        for (var request = 0; request < 60; request++)
            using (await host.Get("/api/v1/signals", hasty, "*"))
            {
            }

        foreach (var (path, addresses) in Addresses)
            foreach (var address in addresses)
            {
                await Look(document, path, await host.Get(address, key));
                await Look(document, path, await host.Get(address, key, "*"));
                await Look(document, path, await host.Get($"{address}?key={key.Reveal()}"));
                await Look(document, path, await host.Ask(HttpMethod.Post, address, key.Reveal()));
                if (path == "/api/v1/openapi.json")
                    continue;
                await Look(document, path, await host.Get(address));
                await Look(document, path, await host.Get(address, hasty));
            }
        await Look(document, OfFile, await host.Get("/api/v1/publications/month/2026-10.json", narrow));
        await Look(document, OfFile, await host.Get("/api/v1/publications/month/1999-10.json", key));
        await Look(document, "/api/v1/signals", await host.Get("/api/v1/signals", quarters));
        await Database.Write((connection, transaction) => connection.ExecuteAsync("DROP TABLE ngo_keys", transaction: transaction), CancellationToken.None);
        foreach (var path in Addresses.Keys.Where(path => path != "/api/v1/openapi.json"))
            await Look(document, path, await host.Get(Addresses[path][0], key));

        var promised = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path =>
            path.Value.GetProperty("get").GetProperty("responses").EnumerateObject().Select(status => (path.Name, status.Name))).ToHashSet();
        Assert.Equal(promised.Order(), seen.Order());
        Assert.Equal(
            host.Routes.Where(route => route.StartsWith(Api.Path, StringComparison.Ordinal) && !route.EndsWith("{**rest}", StringComparison.Ordinal)).Order(),
            document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order());
    }

    [Fact]
    public async Task Its_examples_are_what_it_describes_and_every_call_is_explained()
    {
        await using var host = await ApiHost.Start(Database);
        using var document = JsonDocument.Parse(await host.Http.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative)));
        var schema = new JsonSchema(document.RootElement);
        var calls = document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Value.GetProperty("get")).ToList();

        Assert.All(calls, call => Assert.All(Words, word => Assert.NotEqual("", call.GetProperty(word).GetString())));
        var answers = calls.SelectMany(call => call.GetProperty("responses").EnumerateObject()).Select(one => schema.Resolve(one.Value))
            .SelectMany(one => one.TryGetProperty("content", out var content) ? content.EnumerateObject().Select(type => type.Value) : []).ToList();
        Findings.AreNone(answers.Where(one => one.TryGetProperty("example", out _)).SelectMany(one => schema.Faults(one.GetProperty("example"), one.GetProperty("schema"))));
        Assert.Equal("bearer", document.RootElement.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString());
    }

    async Task Look(JsonDocument document, string path, HttpResponseMessage answer)
    {
        using (answer)
        {
            var (status, schema) = ($"{(int)answer.StatusCode}", new JsonSchema(document.RootElement));
            seen.Add((path, status));
            Assert.True(
                document.RootElement.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").TryGetProperty(status, out var found),
                $"{path} answers {status}, which is not described.");
            var promise = schema.Resolve(found);
            if (promise.TryGetProperty("headers", out var headers))
                foreach (var header in headers.EnumerateObject())
                    Findings.AreNone(schema.Faults(JsonSerializer.SerializeToElement(Header(answer, header.Name)), header.Value.GetProperty("schema"), $"{path} {status} {header.Name}"));
            if (!promise.TryGetProperty("content", out var content))
            {
                Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
                return;
            }
            var type = content.GetProperty(answer.Content.Headers.ContentType!.MediaType!).GetProperty("schema");
            var text = await answer.Content.ReadAsStringAsync();
            using var body = JsonDocument.Parse(answer.Content.Headers.ContentType.MediaType == "text/csv" ? JsonSerializer.Serialize(text) : text);
            Findings.AreNone(schema.Faults(body.RootElement, type, $"{path} {status}"));
            if (answer.StatusCode != HttpStatusCode.OK)
                Assert.NotEqual("", body.RootElement.GetProperty("message").GetString());
        }
    }

    static string Header(HttpResponseMessage answer, string name) =>
        string.Join(", ", answer.Headers.Concat(answer.Content.Headers).Single(one => one.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value);
}
