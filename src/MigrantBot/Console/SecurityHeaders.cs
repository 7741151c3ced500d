using MigrantBot.Browser;

namespace MigrantBot.Console;

/// <summary>What every answer of the console tells the browser to forbid.</summary>
static class SecurityHeaders
{
    const string Policy =
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public static Task Write(HttpContext context, RequestDelegate next)
    {
        PageHeaders.Write(context.Response, Policy, keep: "no-store", hasPasskeys: true);
        return next(context);
    }
}
