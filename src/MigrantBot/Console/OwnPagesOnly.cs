namespace MigrantBot.Console;

/// <summary>
/// Lets a change through only from a page of this very host: a form cannot send the header or the content type, another site's script
/// cannot send them without asking first, and is never allowed to. It stands before everything else, so no change can forget it.
/// </summary>
static class OwnPagesOnly
{
    public const string Header = "X-MB";

    public static Task Guard(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || IsFromOwnPage(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // The scheme is not compared: behind a proxy that ends TLS it differs. The host is what the browser was told to talk to.
    static bool IsFromOwnPage(HttpRequest request) =>
        request.Headers[Header] == "1"
        && request.HasJsonContentType()
        && Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
        && string.Equals(origin.Authority, HostOf(request, origin.Scheme), StringComparison.OrdinalIgnoreCase);

    static string HostOf(HttpRequest request, string scheme) =>
        Uri.TryCreate($"{scheme}://{request.Host.Value}", UriKind.Absolute, out var own) ? own.Authority : "";
}
