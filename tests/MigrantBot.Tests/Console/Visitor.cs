using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using MigrantBot.Console;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Console;

/// <summary>Somebody who speaks HTTP to the console, as a page of it does unless told otherwise. Keeps its own cookie.</summary>
sealed class Visitor(ConsoleHost host) : IDisposable
{
    readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.Address };

    readonly ECDiffieHellman box = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    readonly ECDsa sign = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>What this moderator can open.</summary>
    public ECDiffieHellman Box => box;

    /// <summary>What this moderator signs with.</summary>
    public ECDsa Sign => sign;

    public string? Cookie { get; set; }

    public string SetCookie { get; private set; } = "";

    /// <summary>An enrolled moderator who has signed in.</summary>
    public static async Task<Visitor> SignedIn(ConsoleHost host, string id = "m-1", string handle = "amina")
    {
        var visitor = new Visitor(host);
        var point = visitor.sign.ExportParameters(includePrivateParameters: false).Q;
        await host.Get<ModeratorStore>().Insert(
            Some.Moderator(id, handle) with { BoxKey = P256.PublicKeyOf(visitor.box), SignKey = [4, .. point.X!, .. point.Y!] }, CancellationToken.None);
        using var answer = await visitor.Post("links/sign-in", new { token = await Token(host, handle) });
        answer.EnsureSuccessStatusCode();
        return visitor;
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
            if (Cookie is not null)
                request.Headers.Add("Cookie", Cookie);
            var answer = await http.SendAsync(request);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            {
                SetCookie = set.Single();
                Cookie = SetCookie.Split(';')[0];
            }
            return answer;
        }
    }

    public void Dispose()
    {
        http.Dispose();
        box.Dispose();
        sign.Dispose();
    }
}
