using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using MigrantBot.Console.Passkeys;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>The door for who has a one-time link: to enrol, or to add a passkey for one that was lost. A link alone signs nobody in.</summary>
sealed record Links(LinkStore Store, Ceremonies Ceremonies, TimeProvider Clock, HttpContext Http)
{
    public sealed record Given(string Token)
    {
        public override string ToString() => nameof(Given);
    }

    public sealed record PasskeyMade(string Token, JsonElement Credential)
    {
        public override string ToString() => nameof(PasskeyMade);
    }

    public sealed record Found(string Handle, string Role, bool IsToEnrol);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("links/look", ([AsParameters] Links links, Given given) => links.Look(given));
        api.MapPost("links/passkey-options", ([AsParameters] Links links, Given given) => links.Challenge(given));
        api.MapPost("links/enrol", ([AsParameters] Links links, Enrolment enrolment) => links.Enrol(enrolment));
        api.MapPost("links/passkey", ([AsParameters] Links links, PasskeyMade made) => links.Return(made));
    }

    async Task<Results<Ok<Found>, NotFound>> Look(Given given) =>
        await Find(given.Token) is { } link ? TypedResults.Ok(new Found(link.Handle, link.Role, link.ModeratorId is null)) : TypedResults.NotFound();

    /// <summary>The id of somebody new is drawn here, for the passkey must know it before there are keys.</summary>
    async Task<Results<ContentHttpResult, NotFound>> Challenge(Given given)
    {
        if (await Find(given.Token) is not { } link)
            return TypedResults.NotFound();
        var person = link.ModeratorId ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var kind = link.ModeratorId is null ? Ceremony.Enrol : Ceremony.Add;
        return TypedResults.Content(await Ceremonies.BeginRegistering(kind, person, link.Handle, Http), "application/json");
    }

    async Task<Results<NoContent, NotFound, BadRequest, JsonHttpResult<Denied>>> Enrol(Enrolment enrolment)
    {
        if (await Find(enrolment.Token) is not { ModeratorId: null } link)
            return TypedResults.NotFound();
        if (!enrolment.Suits(link.Role))
            return TypedResults.BadRequest();
        if (await Ceremonies.Register(Ceremony.Enrol, enrolment.Credential, Http) is not { } passkey)
            return Denied.Passkey.Answer();
        var (session, now) = (Token.Fresh(), Clock.GetUtcNow());
        var person = enrolment.Person(passkey.ModeratorId, link.Handle, link.Role, DateOnly.FromDateTime(now.UtcDateTime));
        return await Store.Enrol(person, passkey, enrolment.About(link.Role), Sessions.Begun(session, person.Id, now), link.TokenHash, now, Http.RequestAborted)
            ? SignedIn(session)
            : TypedResults.NotFound();
    }

    async Task<Results<NoContent, NotFound, JsonHttpResult<Denied>>> Return(PasskeyMade made)
    {
        if (await Find(made.Token) is not { ModeratorId: { } person } link)
            return TypedResults.NotFound();
        if (await Ceremonies.Register(Ceremony.Add, made.Credential, Http) is not { } passkey || passkey.ModeratorId != person)
            return Denied.Passkey.Answer();
        var (session, now) = (Token.Fresh(), Clock.GetUtcNow());
        return await Store.Return(passkey, link.Handle, Sessions.Begun(session, person, now), link.TokenHash, now, Http.RequestAborted)
            ? SignedIn(session)
            : TypedResults.NotFound();
    }

    NoContent SignedIn(Token session)
    {
        SessionCookie.Write(Http.Response, session);
        return TypedResults.NoContent();
    }

    Task<Link?> Find(string token) => Store.Find(Token.Presented(token).Hash, Clock.GetUtcNow(), Http.RequestAborted);
}
