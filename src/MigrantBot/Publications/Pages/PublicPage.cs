using System.Text;
using MigrantBot.Browser;

namespace MigrantBot.Publications.Pages;

/// <summary>The page for everybody, in two languages, each at an address of its own.</summary>
static class PublicPage
{
    static readonly BrowserFiles Files = new(PagePaths.Files, "publications");

    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods(PagePaths.English, Reading, (Appearances appearances, PublicationsOptions options, HttpContext http) => Show(Tongue.OfEnglish, appearances, options, http));
        app.MapMethods(PagePaths.Russian, Reading, (Appearances appearances, PublicationsOptions options, HttpContext http) => Show(Tongue.OfRussian, appearances, options, http));
        app.MapMethods($"{PagePaths.Files}/{{version}}/{{name}}", Reading, (string version, string name, HttpContext http) => Files.Serve(version, name, http));
    }

    static async Task<IResult> Show(Tongue tongue, Appearances appearances, PublicationsOptions options, HttpContext http)
    {
        PageHeaders.Write(http.Response);
        // What the page is quoted by is not for whoever asks for it to choose.
        var site = options.Address?.Authority ?? http.Request.Host.ToString();
        var page = Page.Write(await appearances.Look(http.RequestAborted), tongue, $"{site}{tongue.Address}", Files);
        return Results.Content(page.ToString(), "text/html; charset=utf-8", Encoding.UTF8);
    }
}
