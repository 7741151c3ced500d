namespace MigrantBot.Console;

/// <summary>
/// Lets a change through only from a page of this very host: a form cannot send the header or the content type, another site's script
/// cannot send them without asking first, and is never allowed to.
/// </summary>
sealed class OwnPagesOnly : IEndpointFilter
{
    public const string Header = "X-MB";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return HttpMethods.IsGet(request.Method) || IsFromOwnPage(request)
            ? await next(context)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
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
