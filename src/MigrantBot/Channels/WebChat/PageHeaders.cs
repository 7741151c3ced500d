namespace MigrantBot.Channels.WebChat;

/// <summary>What every page tells the browser to forbid; the page that apologises too.</summary>
static class PageHeaders
{
    internal static void Write(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src {PageStyle.Hash}; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.StrictTransportSecurity = "max-age=31536000";
    }
}
