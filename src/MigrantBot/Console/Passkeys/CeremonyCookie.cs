namespace MigrantBot.Console.Passkeys;

/// <summary>Binds a challenge to the browser that asked for it.</summary>
static class CeremonyCookie
{
    public const string Name = "__Host-mb-passkey";

    public static Token? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 } text ? Token.Presented(text) : null;

    public static void Write(HttpResponse response, Token token)
    {
        var options = Options();
        options.MaxAge = Ceremonies.Lifetime;
        response.Cookies.Append(Name, token.Reveal(), options);
    }

    public static void Drop(HttpResponse response) => response.Cookies.Delete(Name, Options());

    static CookieOptions Options() => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/" };
}
