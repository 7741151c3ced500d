using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MigrantBot.Console.Passkeys;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>The door for who is enrolled: whether this browser is signed in, and signing in with a passkey.</summary>
static class Entrance
{
    public sealed record PasskeyShown(JsonElement Credential)
    {
        public override string ToString() => nameof(PasskeyShown);
    }

    public sealed record SessionSeen(bool IsSignedIn, string? Handle = null, string? Role = null, long IdleSecondsLeft = 0, long EndsInSeconds = 0);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("session", See).WithMetadata(Unattended.Call);
        api.MapPost("passkeys/options", Challenge).WithMetadata(Unattended.Call);
        api.MapPost("passkeys/sign-in", SignIn).WithMetadata(Unattended.Call);
    }

    // Who comes from another site arrives without the cookie; only then can the page ask with it.
    static SessionSeen See(ClaimsPrincipal user, HttpContext http, [FromServices] TimeProvider clock)
    {
        if (http.Features.Get<SignedIn>() is not { } session)
            return new(IsSignedIn: false);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return new(true, user.Handle(), user.Role(), (session.IdleUntil - now) / 1000, (session.EndsAt - now) / 1000);
    }

    static async Task<ContentHttpResult> Challenge(Ceremonies ceremonies, HttpContext http) =>
        TypedResults.Content(await ceremonies.BeginSigningIn(http), "application/json");

    static async Task<Results<NoContent, JsonHttpResult<Denied>>> SignIn(
        PasskeyShown shown, Ceremonies ceremonies, PasskeyStore passkeys, HttpContext http, TimeProvider clock)
    {
        if (await ceremonies.Recognise(shown.Credential, http) is not var (passkey, owner))
            return Denied.Passkey.Answer();
        var (token, now) = (Token.Fresh(), clock.GetUtcNow());
        var before = SessionCookie.Read(http.Request)?.Hash;
        if (!await passkeys.SignIn(passkey, owner.Handle, Sessions.Begun(token, owner.Id, now), before, now, http.RequestAborted))
            return Denied.Passkey.Answer();
        SessionCookie.Write(http.Response, token);
        return TypedResults.NoContent();
    }
}
