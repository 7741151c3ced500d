using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MigrantBot.Console.Passkeys;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>What belongs to whoever is signed in, moderator or administrator: their passkeys, and the ways out.</summary>
sealed record Account(
    ClaimsPrincipal User, HttpContext Http, [FromServices] ModeratorStore People, [FromServices] PasskeyStore Passkeys,
    [FromServices] SessionStore Sessions, [FromServices] Roster Roster, [FromServices] Ceremonies Ceremonies, [FromServices] TimeProvider Clock)
{
    const int LongestName = 40;

    public sealed record PasskeyView(string Id, string Name, DateOnly CreatedOn, DateOnly? UsedOn);

    /// <summary>
    /// The fingerprint of the own keys is there to be compared by voice; null where there are none. In a trial whoever runs the server says who may read.
    /// </summary>
    public sealed record View(string Id, string Handle, string Role, IReadOnlyList<string> Languages, string? Fingerprint, IEnumerable<PasskeyView> Passkeys, bool IsTrial);

    public sealed record NewPasskey(JsonElement Credential, string Name);

    public sealed record Named(string Id);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("me", ([AsParameters] Account account) => account.Show());
        var fresh = api.MapGroup("").AddEndpointFilter<SignedInLately>();
        fresh.MapPost("me/passkeys/options", ([AsParameters] Account account) => account.Challenge());
        fresh.MapPost("me/passkeys", ([AsParameters] Account account, NewPasskey made) => account.Add(made));
        fresh.MapPost("me/passkeys/remove", ([AsParameters] Account account, Named named) => account.Remove(named));
        api.MapPost("sign-out", ([AsParameters] Account account) => account.SignOut());
        api.MapPost("sign-out-everywhere", ([AsParameters] Account account) => account.SignOutEverywhere());
    }

    async Task<Results<Ok<View>, NotFound>> Show()
    {
        if (await People.Find(User.ModeratorId(), Http.RequestAborted) is not { } me)
            return TypedResults.NotFound();
        var passkeys = await Passkeys.Of(me.Id, Http.RequestAborted);
        return TypedResults.Ok(new View(
            me.Id, me.Handle, me.Role, me.Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            me.Role == Roles.Moderator ? Fingerprint.Of(me.BoxKey, me.SignKey) : null,
            passkeys.Select(one => new PasskeyView(one.CredentialId, one.Label, one.CreatedOn, one.UsedOn)), Roster.IsTrial));
    }

    async Task<ContentHttpResult> Challenge() =>
        TypedResults.Content(await Ceremonies.BeginRegistering(Ceremony.Add, User.ModeratorId(), User.Handle(), Http), "application/json");

    async Task<Results<NoContent, BadRequest, JsonHttpResult<Denied>>> Add(NewPasskey made)
    {
        if (made.Name.Trim() is not { Length: <= LongestName } name || name.Any(char.IsControl))
            return TypedResults.BadRequest();
        return await Ceremonies.Register(Ceremony.Add, made.Credential, Http) is { } passkey && passkey.ModeratorId == User.ModeratorId()
            && await Passkeys.Add(passkey with { Label = name }, User.Handle(), Clock.GetUtcNow(), Http.RequestAborted)
            ? TypedResults.NoContent()
            : Denied.Passkey.Answer();
    }

    async Task<Results<NoContent, JsonHttpResult<Denied>>> Remove(Named named) =>
        await Passkeys.Remove(named.Id, User.ModeratorId(), User.Handle(), Clock.GetUtcNow(), Http.RequestAborted)
            ? TypedResults.NoContent()
            : Denied.LastPasskey.Answer(StatusCodes.Status409Conflict);

    async Task<NoContent> SignOut()
    {
        if (SessionCookie.Read(Http.Request) is { } token)
            await Sessions.End(token.Hash, Http.RequestAborted);
        SessionCookie.Drop(Http.Response);
        return TypedResults.NoContent();
    }

    async Task<NoContent> SignOutEverywhere()
    {
        await Sessions.EndAll(User.ModeratorId(), User.Handle(), Clock.GetUtcNow(), Http.RequestAborted);
        SessionCookie.Drop(Http.Response);
        return TypedResults.NoContent();
    }
}
