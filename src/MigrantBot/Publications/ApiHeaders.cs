namespace MigrantBot.Publications;

/// <summary>What every answer says to a browser that happens upon it: it is data, to be run by nobody.</summary>
static class ApiHeaders
{
    public static void Write(HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers.StrictTransportSecurity = "max-age=31536000";
    }
}
