using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace MigrantBot.Console;

/// <summary>Turns the session cookie into the person who asks. A page sends strangers to the entrance; a call is answered with 401.</summary>
sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    public const string SchemeName = "console";

    /// <summary>A page says with it that it asks by itself: nobody has touched it for a while.</summary>
    public const string NobodyThere = "X-MB-Idle";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Request) is not { } token)
            return AuthenticateResult.NoResult();
        var isWork = Context.GetEndpoint()?.Metadata.GetMetadata<Unattended>() is null && !Request.Headers.ContainsKey(NobodyThere);
        if (await sessions.Recognise(token, isWork, Context.RequestAborted) is not { } session)
            return AuthenticateResult.Fail("The session is over.");
        Context.Features.Set(session);
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, session.ModeratorId), new Claim(ClaimTypes.Name, session.Handle),
                new Claim(ClaimTypes.Role, session.Role),
            ], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Path.StartsWithSegments(ConsolePaths.Api, StringComparison.OrdinalIgnoreCase))
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            Response.Redirect(ConsolePaths.Enter);
        return Task.CompletedTask;
    }
}
