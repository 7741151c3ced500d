namespace MigrantBot.Console;

/// <summary>The cookie of a signed-in browser: of this host only, over TLS only (or on the own machine), never sent along from another site.</summary>
static class SessionCookie
{
    public const string Name = "__Host-mb";

    public static Token? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 } text ? Token.Presented(text) : null;

    public static void Write(HttpResponse response, Token token) => response.Cookies.Append(Name, token.Reveal(), Options());

    public static void Drop(HttpResponse response) => response.Cookies.Delete(Name, Options());

    static CookieOptions Options() => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/" };
}
