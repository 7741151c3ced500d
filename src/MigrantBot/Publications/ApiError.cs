using System.Globalization;
using System.Text.Json;

namespace MigrantBot.Publications;

/// <summary>A refusal as a program reads it: a word that never changes, and a sentence that says what to do.</summary>
sealed record ApiError(int Status, string Error, string Message) : IResult
{
    const string Realm = "Bearer realm=\"MigrantBot publications\"";

    public static ApiError KeyInAddress { get; } = new(StatusCodes.Status400BadRequest, "key-in-address",
        "A key was sent in the address, where servers and proxies on the way write it down: have this key revoked, ask for a new one, and send it in the header “Authorization: Bearer KEY” only.");

    public static ApiError NoKey { get; } = new(StatusCodes.Status401Unauthorized, "no-key",
        "Send the key of your organisation in the header “Authorization: Bearer KEY”. Whoever runs this bot gives you one.") { Challenge = Realm };

    public static ApiError WrongKey { get; } = new(StatusCodes.Status401Unauthorized, "wrong-key",
        "This key is not known here. Send it whole, as you were given it: mb_, 8 letters, _, 43 letters. If it is lost, ask for a new one.") { Challenge = $"{Realm}, error=\"invalid_token\"" };

    public static ApiError RevokedKey { get; } = WrongKey with { Error = "revoked-key", Message = "This key was revoked. Ask whoever runs this bot for a new one." };

    public static ApiError NotFound { get; } = new(StatusCodes.Status404NotFound, "not-found",
        $"There is nothing at this address. {Api.Path}/publications lists what was published, {Api.Path}/openapi.json says what can be asked.");

    public static ApiError OnlyReading { get; } = new(StatusCodes.Status405MethodNotAllowed, "only-reading", "Nothing can be changed here: ask with GET or HEAD.");

    public static ApiError Broken { get; } = new(StatusCodes.Status500InternalServerError, "broken",
        "Something broke on our side. Try again in a few minutes; if it stays so, tell whoever runs this bot.");

    /// <summary>For 401: how to prove who asks.</summary>
    public string? Challenge { get; init; }

    /// <summary>For 429: when to come back.</summary>
    public TimeSpan? Wait { get; init; }

    public static ApiError Scope(string scope) => new(StatusCodes.Status403Forbidden, "scope",
        $"This key is not made for {scope}. Ask whoever runs this bot for one that is.");

    public static ApiError TooMany(TimeSpan wait) => new(StatusCodes.Status429TooManyRequests, "too-many",
        $"At most {KeyPace.MostInAMinute} requests a minute. Wait as many seconds as the header Retry-After says; what is published never changes, so keep it.") { Wait = wait };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        // After a fault nothing is left of what its address had said.
        if (response.Headers.ContentSecurityPolicy.Count == 0)
            ApiHeaders.Write(response);
        response.StatusCode = Status;
        response.ContentType = ApiJson.ContentType;
        response.Headers.CacheControl = "no-store";
        if (Challenge is not null)
            response.Headers.WWWAuthenticate = Challenge;
        if (Wait is { } wait)
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (Status == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = "GET, HEAD";
        var body = JsonSerializer.SerializeToUtf8Bytes(new { error = Error, message = Message }, ApiJson.Options);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
