using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console.Passkeys;

/// <summary>
/// A challenge is asked for, a device signs it, the answer is looked at. The framework makes the challenge and looks; that a challenge is good once, for
/// minutes, in one browser and for one purpose is seen to here, in the database, for all processes.
/// </summary>
sealed class Ceremonies(IPasskeyHandler<Moderator> handler, CeremonyStore store, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Options for <c>navigator.credentials.create</c>, as JSON, to <see cref="Ceremony.Enrol"/> or to <see cref="Ceremony.Add"/>.</summary>
    public async Task<string> BeginRegistering(string kind, string person, string handle, HttpContext http)
    {
        var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = person, Name = handle, DisplayName = handle }, http);
        await Begin(kind, person, made.AttestationState, http);
        return made.CreationOptionsJson;
    }

    /// <summary>Options for <c>navigator.credentials.get</c>, as JSON.</summary>
    public async Task<string> BeginSigningIn(HttpContext http)
    {
        var made = await handler.MakeRequestOptionsAsync(user: null, http);
        await Begin(Ceremony.SignIn, null, made.AssertionState, http);
        return made.RequestOptionsJson;
    }

    /// <summary>The new passkey with its owner's id, or null when anything about it is not as it must be.</summary>
    public async Task<Passkey?> Register(string kind, JsonElement credential, HttpContext http)
    {
        if (await Take(kind, http) is not { ModeratorId: { } person } ceremony)
            return null;
        var seen = await handler.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = http,
            CredentialJson = credential.GetRawText(),
            AttestationState = ceremony.State,
        });
        return seen.Succeeded
            ? PasskeyData.Write(seen.Passkey) with { ModeratorId = person, CreatedOn = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) }
            : null;
    }

    /// <summary>Who has signed the challenge, and the passkey as it counts now; null when anything about it is not as it must be.</summary>
    public async Task<(Passkey Passkey, Moderator Owner)?> Recognise(JsonElement credential, HttpContext http)
    {
        if (await Take(Ceremony.SignIn, http) is not { } ceremony)
            return null;
        var seen = await handler.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = http,
            CredentialJson = credential.GetRawText(),
            AssertionState = ceremony.State,
        });
        return seen.Succeeded ? (PasskeyData.Write(seen.Passkey) with { ModeratorId = seen.User.Id }, seen.User) : null;
    }

    async Task Begin(string kind, string? person, string? state, HttpContext http)
    {
        var (token, now) = (Token.Fresh(), clock.GetUtcNow());
        var ceremony = new Ceremony
        {
            TokenHash = token.Hash,
            Kind = kind,
            ModeratorId = person,
            State = state ?? "",
            ExpiresAt = (now + Lifetime).ToUnixTimeMilliseconds(),
        };
        await store.Begin(ceremony, now, http.RequestAborted);
        CeremonyCookie.Write(http.Response, token);
    }

    async Task<Ceremony?> Take(string kind, HttpContext http)
    {
        if (CeremonyCookie.Read(http.Request) is not { } token)
            return null;
        CeremonyCookie.Drop(http.Response);
        return await store.Take(token.Hash, kind, clock.GetUtcNow(), http.RequestAborted);
    }
}
