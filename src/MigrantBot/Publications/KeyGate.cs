using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Features;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Publications;

/// <summary>Stands before what is fetched with a key.</summary>
sealed class KeyGate(NgoKeyStore keys, KeyPace pace, TimeProvider clock)
{
    /// <summary>Under which all wrong keys are counted; no id of a key is empty.</summary>
    const string Wrong = "";

    const string Scheme = "Bearer";

    /// <summary>Refuses, or lets through and keeps the day on which the key was used.</summary>
    public static async ValueTask<object?> Guard(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.Vary = "Authorization";
        var (key, refusal) = await http.RequestServices.GetRequiredService<KeyGate>().Ask(http.Request, http.RequestAborted);
        if (key is null)
            return refusal;
        http.Features.Set(key);
        return await next(context);
    }

    /// <summary>The answer where the key of this request is not made for that; null where it is.</summary>
    public static ApiError? Forbids(HttpContext http, string scope) =>
        http.Features.GetRequiredFeature<NgoKeyRow>().Allows(scope) ? null : ApiError.Scope(scope);

    async Task<(NgoKeyRow? Key, ApiError? Refusal)> Ask(HttpRequest request, CancellationToken cancellation)
    {
        if (request.Headers.Authorization.Count == 0)
            return (null, ApiError.NoKey);
        var key = Sent(request);
        var row = key is null ? null : await keys.Find(key.Prefix, cancellation);
        if (row is null || !key!.Is(row.KeySha256))
            return (null, Counted(Wrong, ApiError.WrongKey));
        if (row.RevokedOn is not null)
            return (null, Counted(Wrong, ApiError.RevokedKey));
        if (Counted(row.Id, null) is { } tooMany)
            return (null, tooMany);
        await keys.Use(row, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation);
        return (row, null);
    }

    ApiError? Counted(string name, ApiError? otherwise) => pace.Take(name) is { } wait ? ApiError.TooMany(wait) : otherwise;

    static NgoKey? Sent(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var sent)
        && sent.Scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase) && sent.Parameter is { } text
            ? NgoKey.Read(text)
            : null;
}
