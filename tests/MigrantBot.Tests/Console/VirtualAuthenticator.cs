using Microsoft.Playwright;

namespace MigrantBot.Tests.Console;

/// <summary>A device that keeps passkeys, as Chromium feigns it: it finds its owner present and verified, unless told otherwise.</summary>
sealed class VirtualAuthenticator
{
    readonly ICDPSession session;
    readonly string id;

    VirtualAuthenticator(ICDPSession session, string id) => (this.session, this.id) = (session, id);

    public static async Task<VirtualAuthenticator> Add(IBrowserContext context, IPage page)
    {
        var session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new VirtualAuthenticator(session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether the finger, face or code is the owner's.</summary>
    public Task Verifies(bool isOwner) => Send("WebAuthn.setUserVerified", ("isUserVerified", isOwner));

    /// <summary>The device has been wiped.</summary>
    public Task Forget() => Send("WebAuthn.clearCredentials");

    public async Task<int> Count() => (await Send("WebAuthn.getCredentials"))!.Value.GetProperty("credentials").GetArrayLength();

    async Task<System.Text.Json.JsonElement?> Send(string method, params (string Name, object Value)[] more)
    {
        Dictionary<string, object> arguments = new() { ["authenticatorId"] = id };
        foreach (var (name, value) in more)
            arguments[name] = value;
        return await session.SendAsync(method, arguments);
    }
}
