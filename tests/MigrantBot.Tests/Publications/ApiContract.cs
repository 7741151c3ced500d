using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using MigrantBot.Core.Publications;
using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Publications;

/// <summary>What NGOs fetch by a program, over HTTP.</summary>
public abstract class ApiContract(TestDatabase home) : StorageContract(home)
{
    const string List = "/api/v1/publications";
    const string Month = "/api/v1/publications/month/2026-10.json";
    const string Quarter = "/api/v1/publications/quarter/2026-Q3.csv";

    async Task<ApiHost> Open()
    {
        await Out.Publish(Database, "2026-Q3");
        await Out.Publish(Database, "2026-10");
        return await ApiHost.Start(Database);
    }

    static async Task<string> Refused(HttpStatusCode expected, HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(expected, answer.StatusCode);
            Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
            Assert.True(answer.Headers.CacheControl?.NoStore);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.NotEqual("", json.RootElement.GetProperty("message").GetString());
            return json.RootElement.GetProperty("error").GetString()!;
        }
    }

    [Fact]
    public async Task Two_NGOs_and_a_passer_by_get_the_same_bytes_so_subtracting_gives_zero()
    {
        await using var host = await Open();
        var (one, other) = (await Out.Key(Database, host.Clock), await Out.Key(Database, host.Clock));

        foreach (var address in new[] { Month, Quarter, Month.Replace("json", "csv", StringComparison.Ordinal), Quarter.Replace("csv", "json", StringComparison.Ordinal) })
        {
            using var first = await host.Get(address, one);
            using var second = await host.Get(address, other);
            using var open = await host.Get(address["/api/v1".Length..]);
            var bytes = await first.Content.ReadAsByteArrayAsync();

            Assert.NotEmpty(bytes);
            Assert.Equal(bytes, await second.Content.ReadAsByteArrayAsync());
            Assert.Equal(bytes, await open.Content.ReadAsByteArrayAsync());
            Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"", first.Headers.ETag?.ToString());
            Assert.Equal((first.Headers.ETag, first.Headers.ETag), (second.Headers.ETag, open.Headers.ETag));
        }
    }

    [Fact]
    public async Task The_list_leads_to_every_file_by_address_and_hash_the_newest_first_and_says_what_was_wrong()
    {
        await using var host = await Open();
        var key = await Out.Key(Database, host.Clock);
        Assert.True(await new PublicationStore(Database).AddErratum(Out.Period("2026-10"), Erratum.Read("Two days are missing.", "Двух дней не хватает.").Erratum!, Out.Appeared, CancellationToken.None));

        using var answer = await host.Get(List, key);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var all = json.RootElement.GetProperty("publications").EnumerateArray().ToList();

        Assert.Equal(["2026-10", "2026-Q3"], all.Select(one => one.GetProperty("period").GetString()));
        Assert.Equal("Двух дней не хватает.", Assert.Single(all[0].GetProperty("errata").EnumerateArray()).GetProperty("ru").GetString());
        Assert.Empty(all[1].GetProperty("errata").EnumerateArray());
        foreach (var file in all.SelectMany(one => new[] { one.GetProperty("json"), one.GetProperty("csv") }))
        {
            using var fetched = await host.Get(file.GetProperty("href").GetString()!, key);
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(await fetched.Content.ReadAsByteArrayAsync())));
        }
    }

    [Theory]
    [InlineData("\"{0}\"")]
    [InlineData("W/\"{0}\"")]
    [InlineData("\"something else\", W/\"and this\", \"{0}\"")]
    [InlineData("*")]
    public async Task Whoever_has_it_already_is_told_so_in_a_few_bytes(string has)
    {
        await using var host = await Open();
        var key = await Out.Key(Database, host.Clock);
        foreach (var address in new[] { Month, Quarter, List, "/api/v1/signals", "/api/v1/openapi.json", "/publications/month/2026-10.csv" })
        {
            using var first = await host.Get(address, key);
            var tag = first.Headers.ETag!.Tag.Trim('"');
            using var again = await host.Get(address, key, string.Format(CultureInfo.InvariantCulture, has, tag));

            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
            Assert.Equal(first.Headers.ETag, again.Headers.ETag);
            Assert.Equal(first.Headers.CacheControl, again.Headers.CacheControl);
        }
    }

    [Theory]
    [InlineData("\"0123\"")]
    [InlineData("no tag at all")]
    [InlineData("")]
    public async Task Another_tag_brings_the_whole(string has)
    {
        await using var host = await Open();
        using var answer = await host.Get(Month, await Out.Key(Database, host.Clock), has);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Out.File("2026-10").Json, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task HEAD_says_everything_but_the_body()
    {
        await using var host = await Open();
        var key = await Out.Key(Database, host.Clock);
        foreach (var address in new[] { Month, Quarter, List, "/api/v1/nowhere", "/publications/quarter/2026-Q3.json" })
        {
            using var got = await host.Get(address, key);
            using var asked = await host.Ask(HttpMethod.Head, address, key.Reveal());

            Assert.Equal(got.StatusCode, asked.StatusCode);
            Assert.Equal(Headers(got), Headers(asked));
            Assert.Empty(await asked.Content.ReadAsByteArrayAsync());
        }

        static IEnumerable<string> Headers(HttpResponseMessage answer) =>
            answer.Headers.Concat(answer.Content.Headers).Where(one => one.Key != "Date").Select(one => $"{one.Key}: {string.Join(", ", one.Value)}").Order();
    }

    [Fact]
    public async Task A_file_comes_with_its_name_its_type_and_no_cookie()
    {
        await using var host = await Open();
        using var csv = await host.Get(Quarter, await Out.Key(Database, host.Clock));
        using var json = await host.Get("/publications/month/2026-10.json");

        Assert.Equal("attachment; filename=\"migrantbot-quarter-2026-Q3.csv\"", csv.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("text/csv; charset=utf-8; header=present", csv.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment; filename=\"migrantbot-month-2026-10.json\"", json.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal(("application/json", "public, max-age=3600"), (json.Content.Headers.ContentType?.ToString(), json.Headers.CacheControl?.ToString()));
        Assert.Equal(["no-cache, private", "Authorization"], [csv.Headers.CacheControl!.ToString(), csv.Headers.Vary.Single()]);
        Assert.All([csv, json], answer =>
        {
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        });
    }

    [Fact]
    public async Task A_page_of_another_site_may_read_what_everybody_may_and_nothing_that_needs_a_key()
    {
        await using var host = await Open();
        var key = await Out.Key(Database, host.Clock);
        static string? Readers(HttpResponseMessage answer) => answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
        foreach (var address in new[]
        {
            "/publications/month/2026-10.json", "/publications/quarter/2026-Q3.csv", "/publications/month/2026-11.json", "/publications/feed.xml", "/publications/ru/feed.xml", "/api/v1/openapi.json",
        })
            using (var open = await host.Get(address))
                Assert.Equal(("*", "cross-origin", false), (Readers(open), open.Headers.GetValues("Cross-Origin-Resource-Policy").Single(), open.Headers.Contains("Access-Control-Allow-Credentials")));
        foreach (var address in new[] { List, Month, Quarter, "/api/v1/signals", "/api/v1/nowhere" })
            foreach (var with in new[] { key, null })
                using (var closed = await host.Get(address, with))
                    Assert.Equal((null, "same-origin"), (Readers(closed), closed.Headers.GetValues("Cross-Origin-Resource-Policy").Single()));
    }

    [Fact]
    public async Task Whoever_has_no_key_a_wrong_one_or_a_revoked_one_is_told_what_to_do()
    {
        await using var host = await Open();
        var (key, other) = (await Out.Key(Database, host.Clock), await Out.Key(Database, host.Clock));
        var text = key.Reveal();
        foreach (var address in new[] { List, Month, "/api/v1/publications/month/1999-01.json", "/api/v1/signals" })
        {
            using var none = await host.Get(address);
            Assert.Equal("Bearer", none.Headers.WwwAuthenticate.Single().Scheme);
            Assert.Equal("no-key", await Refused(HttpStatusCode.Unauthorized, none));
            foreach (var wrong in new[]
            {
                "", "mb_", text[..^1], $"{text}a", text.ToUpperInvariant(), $"mb_{key.Prefix}_{new string('A', 43)}", text.Replace(key.Prefix, other.Prefix, StringComparison.Ordinal),
                text.Replace('_', '-'), $"{text}, {text}", $"mb_zzzzzzzz_{text[^43..]}",
            })
            {
                using var refused = await host.Ask(HttpMethod.Get, address, wrong);
                Assert.Contains("invalid_token", refused.Headers.WwwAuthenticate.Single().Parameter, StringComparison.Ordinal);
                Assert.Equal("wrong-key", await Refused(HttpStatusCode.Unauthorized, refused));
            }
        }
        using var basic = new HttpRequestMessage(HttpMethod.Get, List);
        basic.Headers.TryAddWithoutValidation("Authorization", $"Basic {text}");
        Assert.Equal("wrong-key", await Refused(HttpStatusCode.Unauthorized, await host.Http.SendAsync(basic)));

        Assert.True(await new NgoKeyStore(Database).Revoke(key.Prefix, "zarina", host.Clock.GetUtcNow(), CancellationToken.None));
        Assert.Equal("revoked-key", await Refused(HttpStatusCode.Unauthorized, await host.Get(List, key)));
        using var right = await host.Get(List, other);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task A_key_in_an_address_is_refused_with_the_word_that_it_must_be_revoked()
    {
        await using var host = await Open();
        var key = await Out.Key(Database, host.Clock);
        foreach (var address in new[]
        {
            $"{List}?key={key.Reveal()}", $"{Month}?{key.Reveal()}", $"/api/v1/openapi.json?a=b&access_token=Bearer%20{key.Reveal()}", $"{List}/{key.Reveal()}", $"/api/v1/{key.Reveal()}",
            $"{List}?k=%6Db_{key.Prefix}", $"/publications/month/2026-10.json?key={key.Reveal()}",
        })
            Assert.Equal("key-in-address", await Refused(HttpStatusCode.BadRequest, await host.Get(address, key)));
        using var told = await host.Get($"{List}?key={key.Reveal()}");
        Assert.Contains("have this key revoked", await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_opens_what_it_was_made_for_and_nothing_else()
    {
        await using var host = await Open();
        (string Scope, string Address)[] all = [(Scope.Months, Month), (Scope.Quarters, Quarter), (Scope.Signals, "/api/v1/signals")];
        foreach (var (scope, _) in all)
        {
            var key = await Out.Key(Database, host.Clock, [scope]);
            using var list = await host.Get(List, key);
            Assert.Equal(HttpStatusCode.OK, list.StatusCode);
            foreach (var (needed, address) in all)
                if (needed != scope)
                    Assert.Equal("scope", await Refused(HttpStatusCode.Forbidden, await host.Get(address, key)));
                else
                    using (var answer = await host.Get(address, key))
                        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_sixty_first_request_of_a_minute_waits_for_the_next_and_other_keys_do_not()
    {
        await using var host = await Open();
        var (key, other) = (await Out.Key(Database, host.Clock), await Out.Key(Database, host.Clock));
        for (var request = 0; request < 60; request++)
        {
            using var answer = await host.Get(Month, key, "*");
            Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
            host.Clock.Advance(TimeSpan.FromMilliseconds(500));
        }
        using (var late = await host.Get(List, key))
        {
            Assert.Equal("30", late.Headers.RetryAfter?.ToString());
            Assert.Equal("too-many", await Refused(HttpStatusCode.TooManyRequests, late));
        }
        using (var others = await host.Get(List, other))
            Assert.Equal(HttpStatusCode.OK, others.StatusCode);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        using (var next = await host.Get(List, key))
            Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Equal("too-many", await Refused(HttpStatusCode.TooManyRequests, await host.Get(List, key)));
    }

    [Fact]
    public async Task Guessing_is_slow_and_right_keys_do_not_feel_it()
    {
        await using var host = await Open();
        var key = await Out.Key(Database, host.Clock);
        for (var guess = 0; guess < 60; guess++)
            Assert.Equal("wrong-key", await Refused(HttpStatusCode.Unauthorized, await host.Ask(HttpMethod.Get, List, $"mb_{key.Prefix}_{guess,43:0000000000000000000000000000000000000000000}")));

        Assert.Equal("too-many", await Refused(HttpStatusCode.TooManyRequests, await host.Ask(HttpMethod.Get, List, "mb_another")));
        using (var right = await host.Get(List, key))
            Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("wrong-key", await Refused(HttpStatusCode.Unauthorized, await host.Ask(HttpMethod.Get, List, "mb_another")));
    }

    [Fact]
    public async Task What_is_not_there_and_what_only_reads_is_said_in_JSON()
    {
        await using var host = await Open();
        var key = await Out.Key(Database, host.Clock);
        foreach (var address in new[]
        {
            "/api/v1", "/api/v1/", "/api/v1/nowhere", "/api/v1/publications/month/2026-11.json", "/api/v1/publications/month/2026-Q3.json", "/api/v1/publications/quarter/2026-10.csv",
            "/api/v1/publications/month/2026-10.xml", "/api/v1/publications/month/2026-10", "/api/v1/publications/Month/2026-10.json", "/api/v1/publications/year/2026.json",
            "/api/v1/publications/month/..%2F..%2Fetc.json", "/publications/month/2026-1.json",
        })
            Assert.Equal("not-found", await Refused(HttpStatusCode.NotFound, await host.Get(address, key)));
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Options })
            foreach (var address in new[] { List, Month, "/api/v1/signals", "/api/v1/openapi.json", "/api/v1/nowhere" })
            {
                using var answer = await host.Ask(method, address, key.Reveal());
                Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
                Assert.Equal("only-reading", await Refused(HttpStatusCode.MethodNotAllowed, answer));
            }
    }

    [Fact]
    public async Task Before_anything_is_published_the_answers_are_empty_and_right()
    {
        await using var host = await ApiHost.Start(Database);
        var key = await Out.Key(Database, host.Clock);
        using var list = await host.Get(List, key);
        using var signals = await host.Get("/api/v1/signals", key);

        Assert.Equal("""{"v":1,"data":"reported","publications":[]}""", await list.Content.ReadAsStringAsync());
        using var json = JsonDocument.Parse(await signals.Content.ReadAsStringAsync());
        Assert.Equal(0.01, json.RootElement.GetProperty("false_alarm").GetDouble());
        Assert.Empty(json.RootElement.GetProperty("signals").EnumerateArray());
        Assert.Equal("not-found", await Refused(HttpStatusCode.NotFound, await host.Get(Month, key)));
    }

    [Fact]
    public async Task What_breaks_on_our_side_is_said_in_JSON_too()
    {
        await using var host = await Open();
        var key = await Out.Key(Database, host.Clock);
        await Database.Write((connection, transaction) => connection.ExecuteAsync("DROP TABLE errata", transaction: transaction), CancellationToken.None);
        Assert.Equal("broken", await Refused(HttpStatusCode.InternalServerError, await host.Get(List, key)));
    }

    [Fact]
    public async Task Signals_of_an_invented_trial_say_so_and_come_with_their_cell()
    {
        foreach (var month in new[] { "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09" })
            await Out.Publish(Database, month);
        await Out.Publish(Database, "2026-10", most: 200);
        await using var host = await ApiHost.Start(Database);
        var key = await Out.Key(Database, host.Clock);
        using var before = await host.Get("/api/v1/signals", key);
        await new House(Database).Keep(House.Invented, "2026-11-01", CancellationToken.None);
        using var after = await host.Get("/api/v1/signals", key);

        using var json = JsonDocument.Parse(await before.Content.ReadAsStringAsync());
        var signal = json.RootElement.GetProperty("signals").EnumerateArray().First(one => one.GetProperty("cell").TryGetProperty("region", out var region) && region.GetString() == "moscow");
        Assert.Equal(("2026-10", "region", 200, 40, 6), (signal.GetProperty("period").GetString(), signal.GetProperty("table").GetString(),
            signal.GetProperty("now").GetInt32(), signal.GetProperty("before_high").GetInt32(), signal.GetProperty("periods").GetInt32()));
        Assert.Contains("\"data\":\"reported\"", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"data\":\"invented\"", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_nowhere_but_with_its_owner_and_only_the_day_of_its_use_is_kept()
    {
        await using var host = await Open();
        var key = await Out.Key(Database, host.Clock);
        using (await host.Get(List, key))
        using (await host.Get(Month, key))
        using (await host.Ask(HttpMethod.Get, List, key.Reveal()[..^1]))
        using (await host.Get($"{List}?key={key.Reveal()}"))
            Assert.Equal(new DateOnly(2026, 11, 20), Assert.Single(await new NgoKeyStore(Database).All(CancellationToken.None)).UsedOn);

        var secret = key.Reveal()[^43..^1];
        var rows = await Database.Read(async connection => string.Join('\n',
            (await connection.QueryAsync("SELECT * FROM ngo_keys")).Concat(await connection.QueryAsync("SELECT * FROM audit")).Select(row => JsonSerializer.Serialize(row))), CancellationToken.None);
        Assert.Contains(key.Sha256, rows, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, rows, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(key.Prefix, StringComparison.Ordinal));
    }
}

public sealed class ApiOnSqliteTests() : ApiContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class ApiOnPostgresTests(PostgresServer server) : ApiContract(new PostgresTestDatabase(server));
