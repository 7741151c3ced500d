using MigrantBot.Browser;

namespace MigrantBot.Publications;

/// <summary>What every answer that is data says to a browser: it is to be run by nobody.</summary>
static class ApiHeaders
{
    const string Policy = "default-src 'none'; frame-ancestors 'none'";

    public static void Write(HttpResponse response) => PageHeaders.Write(response, Policy, keep: "no-store");

    /// <summary>Before what a key opens: no page of another site reads it, for a key in a page is everybody's.</summary>
    public static ValueTask<object?> ForTheKey(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Write(context.HttpContext.Response);
        return next(context);
    }

    /// <summary>Before what everybody may have: a page of any site may read it. It is the same for all and nobody is known by it, so nothing is learned by that.</summary>
    public static ValueTask<object?> ForEverybody(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var response = context.HttpContext.Response;
        PageHeaders.Write(response, Policy, keep: "no-store", readers: PageHeaders.CrossOrigin);
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = "ETag, Content-Disposition";
        return next(context);
    }
}
