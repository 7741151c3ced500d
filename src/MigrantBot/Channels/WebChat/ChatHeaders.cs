using MigrantBot.Browser;

namespace MigrantBot.Channels.WebChat;

/// <summary>What every page of the chat tells the browser; the page that apologises too.</summary>
static class ChatHeaders
{
    const string Own = "script-src 'self'; connect-src 'self'; ";

    /// <summary>Nothing is kept unless a page that is the same for everybody says so.</summary>
    internal static void Write(HttpResponse response) => PageHeaders.Write(response, Policy(""), keep: "no-store");

    /// <summary>For a page on which the browser seals: our own scripts, which may talk to us alone.</summary>
    internal static void AllowSealing(HttpResponse response) => response.Headers.ContentSecurityPolicy = Policy(Own);

    /// <summary>
    /// Lets go of every page of ours that the browser still has: some keep the last ones whole in memory, also those that must not be stored, and show them
    /// again when somebody goes back.
    /// </summary>
    internal static void Clear(HttpResponse response) => response.Headers["Clear-Site-Data"] = "\"cache\"";

    static string Policy(string more) =>
        $"default-src 'none'; style-src {PageStyle.Hash}; media-src 'self'; {more}form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
