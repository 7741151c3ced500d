using System.Text;
using MigrantBot.Browser;

namespace MigrantBot.Publications.Pages;

/// <summary>The page for everybody, in two languages, each at an address of its own, and beside it the feed of what is new.</summary>
static class PublicPage
{
    /// <summary>It loads our own script and style, and talks to nobody.</summary>
    const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>The same for everybody.</summary>
    const string Kept = "public, max-age=60", FeedKept = "public, max-age=900";

    static readonly BrowserFiles Files = new(PagePaths.Files, "publications");

    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    internal static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").AddEndpointFilter(WriteHeaders);
        var feeds = app.MapGroup("").AddEndpointFilter(ApiHeaders.ForEverybody);
        foreach (var tongue in new[] { Tongue.OfEnglish, Tongue.OfRussian })
        {
            pages.MapMethods(tongue.Address, Reading, (Appearances appearances, PublicationsOptions options, HttpContext http) => Show(tongue, appearances, options, http));
            feeds.MapMethods(tongue.FeedAddress, Reading, (Appearances appearances, PublicationsOptions options, HttpContext http) => Tell(tongue, appearances, options, http));
        }
        pages.MapMethods($"{PagePaths.Files}/{{version}}/{{name}}", Reading, (string version, string name, HttpContext http) => Files.Serve(version, name, http));
    }

    static ValueTask<object?> WriteHeaders(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        PageHeaders.Write(context.HttpContext.Response, Policy, Kept);
        return next(context);
    }

    static async Task<IResult> Show(Tongue tongue, Appearances appearances, PublicationsOptions options, HttpContext http)
    {
        // What the page is quoted by is not for whoever asks for it to choose.
        var site = options.Address?.Authority ?? http.Request.Host.ToString();
        var page = Page.Write(await appearances.Look(http.RequestAborted), tongue, $"{site}{tongue.Address}", Files);
        return Results.Content(page.ToString(), "text/html; charset=utf-8", Encoding.UTF8);
    }

    static async Task<IResult> Tell(Tongue tongue, Appearances appearances, PublicationsOptions options, HttpContext http)
    {
        var site = options.Address?.GetLeftPart(UriPartial.Authority) ?? $"{http.Request.Scheme}://{http.Request.Host}";
        return Unchanged.Made(Feed.Write(await appearances.Look(http.RequestAborted), tongue, site), FeedKept) with { ContentType = "application/atom+xml; charset=utf-8" };
    }
}
