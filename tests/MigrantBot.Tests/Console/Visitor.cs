using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using MigrantBot.Console;
using MigrantBot.Console.Passkeys;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Console;

/// <summary>Somebody who speaks HTTP to the console, as a page of it does unless told otherwise. Keeps its own cookies.</summary>
sealed class Visitor(ConsoleHost host) : IDisposable
{
    readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.Address };

    readonly ECDiffieHellman box = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    readonly ECDsa sign = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>What this moderator can open.</summary>
    public ECDiffieHellman Box => box;

    /// <summary>What this moderator signs with.</summary>
    public ECDsa Sign => sign;

    /// <summary>Of the session, with its name.</summary>
    public string? Cookie { get; set; }

    /// <summary>The session's cookie as the server last set it.</summary>
    public string SetCookie { get; private set; } = "";

    /// <summary>Of a challenge that waits for a passkey, with its name.</summary>
    public string? Ceremony { get; set; }

    /// <summary>An enrolled moderator who has signed in: without a passkey, straight into the tables.</summary>
    public static async Task<Visitor> SignedIn(ConsoleHost host, string id = "m-1", string handle = "amina")
    {
        var visitor = new Visitor(host);
        var point = visitor.sign.ExportParameters(includePrivateParameters: false).Q;
        return await visitor.Open(Some.Moderator(id, handle) with { BoxKey = P256.PublicKeyOf(visitor.box), SignKey = [4, .. point.X!, .. point.Y!] });
    }

    /// <summary>An administrator in the same way.</summary>
    public static Task<Visitor> SignedInAsAdministrator(ConsoleHost host, string id = "a-1", string handle = "zarina") =>
        new Visitor(host).Open(Some.Administrator(id, handle));

    async Task<Visitor> Open(Moderator person)
    {
        var (token, now) = (MigrantBot.Console.Token.Fresh(), host.Clock.GetUtcNow());
        await host.Get<ModeratorStore>().Insert(person, CancellationToken.None);
        await host.Database.Write((connection, transaction) =>
            SessionStore.Insert(connection, transaction, Sessions.Begun(token, person.Id, now), now), CancellationToken.None);
        Cookie = $"{SessionCookie.Name}={token.Reveal()}";
        return this;
    }

    /// <summary>The token of a fresh link for this handle.</summary>
    public static async Task<string> Token(ConsoleHost host, string handle) => (await host.Invite(handle)).Fragment[1..];

    public Task<HttpResponseMessage> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<HttpResponseMessage> Post(string path, object? content = null) =>
        Send(FromPage(new HttpRequestMessage(HttpMethod.Post, $"{ConsolePaths.Api}/{path}") { Content = JsonContent.Create(content ?? new { }) }));

    /// <summary>What whoever holds a case does with it, by the claim and the version that it has now.</summary>
    public async Task<HttpResponseMessage> Judge(string report, string act, string? of = null)
    {
        using var shown = await Get($"{ConsolePaths.Api}/cases/{report}");
        var one = shown.IsSuccessStatusCode ? (await shown.Content.ReadFromJsonAsync<CaseView>())! : null;
        return await Post($"cases/{report}/{act}", new { fence = one?.Held?.Fence ?? 0, version = one?.Version ?? 0, of = of ?? "" });
    }

    /// <summary>The case as this visitor is shown it; undefined where it is not found.</summary>
    public async Task<JsonElement> Case(string report)
    {
        using var shown = await Get($"{ConsolePaths.Api}/cases/{report}");
        return shown.IsSuccessStatusCode ? await shown.Content.ReadFromJsonAsync<JsonElement>() : default;
    }

    /// <summary>The fence of the claim that runs; 0 where none does.</summary>
    public async Task<long> Fence(string report) =>
        await Case(report) is { ValueKind: JsonValueKind.Object } shown && shown.GetProperty("held") is { ValueKind: JsonValueKind.Object } held
        && held.TryGetProperty("fence", out var fence) ? fence.GetInt64() : 0;

    public HttpRequestMessage FromPage(HttpRequestMessage request)
    {
        request.Headers.Add(OwnPagesOnly.Header, "1");
        request.Headers.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));
        return request;
    }

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        using (request)
        {
            if (Cookie is not null || Ceremony is not null)
                request.Headers.Add("Cookie", string.Join("; ", new[] { Cookie, Ceremony }.OfType<string>()));
            var answer = await http.SendAsync(request);
            foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
                Keep(set);
            return answer;
        }
    }

    void Keep(string set)
    {
        var cookie = set.Split(';')[0];
        if (cookie.StartsWith($"{CeremonyCookie.Name}=", StringComparison.Ordinal))
            Ceremony = cookie;
        else
            (SetCookie, Cookie) = (set, cookie);
    }

    public void Dispose()
    {
        http.Dispose();
        box.Dispose();
        sign.Dispose();
    }
}
