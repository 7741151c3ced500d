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
        app.MapMethods(PagePaths.English, Reading, (Appearances appearances, HttpContext http) => Show(Tongue.OfEnglish, appearances, http));
        app.MapMethods(PagePaths.Russian, Reading, (Appearances appearances, HttpContext http) => Show(Tongue.OfRussian, appearances, http));
        app.MapMethods($"{PagePaths.Files}/{{version}}/{{name}}", Reading, (string version, string name, HttpContext http) => Files.Serve(version, name, http));
    }

    static async Task<IResult> Show(Tongue tongue, Appearances appearances, HttpContext http)
    {
        PageHeaders.Write(http.Response);
        var page = Page.Write(await appearances.Look(http.RequestAborted), tongue, $"{http.Request.Host}{tongue.Address}", Files);
        return Results.Content(page.ToString(), "text/html; charset=utf-8", Encoding.UTF8);
    }
}
