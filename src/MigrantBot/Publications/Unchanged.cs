using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace MigrantBot.Publications;

/// <summary>Bytes with their SHA-256 as their tag: whoever has them already is told so.</summary>
/// <param name="Body">The same for everybody who asks.</param>
/// <param name="ContentType">What they are.</param>
/// <param name="Sha256">In hex.</param>
/// <param name="Keep">Who may keep them for how long.</param>
sealed record Unchanged(byte[] Body, string ContentType, string Sha256, string Keep) : IResult
{
    /// <summary>For files: under which name a browser saves it.</summary>
    public string? FileName { get; init; }

    public static Unchanged Text(string text, string contentType, string sha256, string keep) => new(Encoding.UTF8.GetBytes(text), contentType, sha256, keep);

    public static Unchanged Made(byte[] body, string keep) => new(body, ApiJson.ContentType, Convert.ToHexStringLower(SHA256.HashData(body)), keep);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var tag = new EntityTagHeaderValue($"\"{Sha256}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = Keep;
        if (Has(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        if (FileName is not null)
            response.Headers.ContentDisposition = $"attachment; filename=\"{FileName}\"";
        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }

    /// <summary>Also where a proxy that packs what it passes on has made the tag a weak one.</summary>
    static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false));
}
