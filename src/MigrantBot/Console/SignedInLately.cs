using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>For what a stolen cookie must not be enough: only who has shown a passkey a moment ago may do it.</summary>
sealed class SignedInLately(TimeProvider clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Features.Get<SignedIn>() is { } session && Sessions.IsFresh(session, clock.GetUtcNow())
            ? await next(context)
            : Denied.SignInAgain.Answer();
}
