using System.Security.Claims;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>
/// Whose word counts where two people are needed: administrators, and moderators who are on the signed list. An administrator can invite a moderator alone,
/// and would else be both people.
/// </summary>
sealed class OnTheList(Roster roster) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Counts(context.HttpContext.User, roster.IsTrial, await roster.Now(context.HttpContext.RequestAborted)) ? await next(context) : Denied.NotListed.Answer();

    public static bool Counts(ClaimsPrincipal user, bool isTrial, InForce inForce) =>
        isTrial || !user.IsInRole(Roles.Moderator) || inForce.Readers.Any(one => one.Id == user.ModeratorId());
}
