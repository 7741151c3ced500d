using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using MigrantBot.Console;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Console;

/// <summary>Somebody with a device, who does over HTTP what our pages do.</summary>
sealed class PasskeyHolder(ConsoleHost host) : IDisposable
{
    static readonly byte[] Box = PublicKeyOfFresh();
    static readonly byte[] Sign = PublicKeyOfFresh();

    /// <summary>Keys as our page makes them.</summary>
    public static readonly Enrolment.MadeKeys Keys = new(Box, Sign, new byte[306], new byte[16], 600_000, ["ru", "uz"]);

    public Visitor Visitor { get; } = new(host);

    public Authenticator Device { get; private init; } = new();

    public string Origin => host.Address.GetLeftPart(UriPartial.Authority);

    public static async Task<PasskeyHolder> Enrolled(ConsoleHost host, string handle = "aziz", string role = MigrantBot.Console.Roles.Moderator)
    {
        var holder = new PasskeyHolder(host);
        var token = (await host.Invite(handle, role)).Fragment[1..];
        using var answer = await holder.Enrol(token, role == MigrantBot.Console.Roles.Moderator ? Keys : null);
        answer.EnsureSuccessStatusCode();
        return holder;
    }

    /// <summary>The same device at a browser that is not signed in.</summary>
    public PasskeyHolder Elsewhere() => new(host) { Device = Device };

    public async Task<HttpResponseMessage> Enrol(string token, object? keys, Authenticator.Lie? lie = null) =>
        await Visitor.Post("links/enrol", new { token, credential = Device.Make(await Options("links/passkey-options", new { token }), Origin, lie), keys });

    public async Task<HttpResponseMessage> Return(string token) =>
        await Visitor.Post("links/passkey", new { token, credential = Device.Make(await Options("links/passkey-options", new { token }), Origin) });

    public async Task<HttpResponseMessage> SignIn(Authenticator.Lie? lie = null) =>
        await Visitor.Post("passkeys/sign-in", new { credential = Device.Use(await Options("passkeys/options"), Origin, lie) });

    public async Task<HttpResponseMessage> Add(Authenticator device, string name = "phone") =>
        await Visitor.Post("me/passkeys", new { credential = device.Make(await Options("me/passkeys/options"), Origin), name });

    /// <summary>A challenge for this browser.</summary>
    public async Task<JsonElement> Options(string path, object? content = null)
    {
        using var answer = await Visitor.Post(path, content);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<Account.View> Me()
    {
        using var answer = await Visitor.Get($"{ConsolePaths.Api}/me");
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Account.View>())!;
    }

    static byte[] PublicKeyOfFresh()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return P256.PublicKeyOf(pair);
    }

    public void Dispose()
    {
        Visitor.Dispose();
        Device.Dispose();
    }
}
