using System.Text.Json;
using Microsoft.Playwright;

namespace MigrantBot.Tests.Console;

/// <summary>A device that keeps passkeys, as Chromium feigns it: it finds its owner present and verified, unless told otherwise.</summary>
sealed class VirtualAuthenticator
{
    static readonly Dictionary<string, object> BuiltIn = new()
    {
        ["protocol"] = "ctap2",
        ["transport"] = "internal",
        ["hasResidentKey"] = true,
        ["hasUserVerification"] = true,
        ["isUserVerified"] = true,
        ["automaticPresenceSimulation"] = true,
    };

    readonly ICDPSession session;
    string id = "";

    VirtualAuthenticator(ICDPSession session) => this.session = session;

    public static async Task<VirtualAuthenticator> Add(IBrowserContext context, IPage page)
    {
        var device = new VirtualAuthenticator(await context.NewCDPSessionAsync(page));
        await device.session.SendAsync("WebAuthn.enable");
        await device.Make();
        return device;
    }

    /// <summary>Whether the finger, face or code is the owner's.</summary>
    public Task Verifies(bool isOwner) => Send("WebAuthn.setUserVerified", ("isUserVerified", isOwner));

    /// <summary>The device has been wiped.</summary>
    public Task Forget() => Send("WebAuthn.clearCredentials");

    /// <summary>Puts another device, which knows nothing, in the place of this one; a browser has one that is built in.</summary>
    public async Task Exchange()
    {
        await Send("WebAuthn.removeVirtualAuthenticator");
        await Make();
    }

    async Task Make()
    {
        var made = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = BuiltIn });
        id = made!.Value.GetProperty("authenticatorId").GetString()!;
    }

    Task<JsonElement?> Send(string method, params (string Name, object Value)[] more)
    {
        Dictionary<string, object> arguments = new() { ["authenticatorId"] = id };
        foreach (var (name, value) in more)
            arguments[name] = value;
        return session.SendAsync(method, arguments);
    }
}
