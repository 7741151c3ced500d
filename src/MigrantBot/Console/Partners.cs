using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MigrantBot.Publications;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>The keys by which NGOs fetch publications: administrators make and revoke them, and nobody is shown one twice.</summary>
sealed record Partners(
    ClaimsPrincipal User, [FromServices] NgoKeys Keys, [FromServices] NgoKeyStore Store, [FromServices] TimeProvider Clock, CancellationToken Cancellation)
{
    public sealed record Wanted(string Ngo, IReadOnlyList<string> Scopes);

    /// <summary>The key is a secret and is shown this once.</summary>
    public sealed record Given(string Key, string Prefix)
    {
        public override string ToString() => nameof(Given);
    }

    /// <summary>A key without what opens anything.</summary>
    public sealed record KeyView(string Ngo, string Prefix, IReadOnlyList<string> Scopes, DateOnly CreatedOn, DateOnly? UsedOn, DateOnly? RevokedOn);

    public sealed record View(IEnumerable<KeyView> Keys);

    public static void Map(RouteGroupBuilder administrators)
    {
        administrators.MapGet("team/ngo-keys", ([AsParameters] Partners partners) => partners.Show());
        var fresh = administrators.MapGroup("").AddEndpointFilter<SignedInLately>();
        fresh.MapPost("team/ngo-keys", ([AsParameters] Partners partners, Wanted wanted) => partners.Make(wanted));
        fresh.MapPost("team/ngo-keys/{prefix}/revoke", ([AsParameters] Partners partners, string prefix) => partners.Revoke(prefix));
    }

    /// <summary>Those that still open something first.</summary>
    async Task<View> Show() => new((await Store.All(Cancellation)).OrderBy(one => one.RevokedOn is not null).Select(one => new KeyView(
        one.Ngo, one.Prefix, one.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries), one.CreatedOn, one.UsedOn, one.RevokedOn)));

    async Task<Results<Ok<Given>, JsonHttpResult<Denied>>> Make(Wanted wanted) =>
        await Keys.Issue(wanted.Ngo, wanted.Scopes, User.Handle(), Cancellation) switch
        {
            KeyIssue.Made made => TypedResults.Ok(new Given(made.Key.Reveal(), made.Key.Prefix)),
            KeyIssue.Refused refused => new Denied(refused.Reason).Answer(StatusCodes.Status409Conflict),
            var other => throw new InvalidOperationException($"Answer {other.GetType().Name} here."),
        };

    async Task<Results<NoContent, NotFound>> Revoke(string prefix) =>
        await Store.Revoke(prefix, User.Handle(), Clock.GetUtcNow(), Cancellation) ? TypedResults.NoContent() : TypedResults.NotFound();
}
