using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>
/// What happens to who is signed in and asks for what another role may do: a call is refused and written down, a page leads to their own.
/// </summary>
sealed class RoleGate(RefusalLog refused, TimeProvider clock) : IAuthorizationMiddlewareResultHandler
{
    readonly AuthorizationMiddlewareResultHandler others = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden)
        {
            await others.HandleAsync(next, context, policy, authorizeResult);
            return;
        }
        if (!context.Request.Path.StartsWithSegments(ConsolePaths.Api, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Redirect(ConsolePaths.HomeOf(context.User));
            return;
        }
        // To ask for a list and to add to it are two things that somebody may try.
        await refused.Write(context.User.Does(RefusalLog.ByRole, clock.GetUtcNow()), AddressOf(context), apart: context.Request.Method);
        await Denied.Role.Answer().ExecuteAsync(context);
    }

    /// <summary>As the route is written: no case of anybody stands in it.</summary>
    static string AddressOf(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.Trim('/').Replace($"{ConsolePaths.Api.TrimStart('/')}/", "", StringComparison.Ordinal) ?? "";
}
