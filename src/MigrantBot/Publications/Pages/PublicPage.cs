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
        app.MapMethods(PagePaths.English, Reading, (Shelf shelf, HttpContext http) => Show(Tongue.OfEnglish, shelf, http));
        app.MapMethods(PagePaths.Russian, Reading, (Shelf shelf, HttpContext http) => Show(Tongue.OfRussian, shelf, http));
        app.MapMethods($"{PagePaths.Files}/{{version}}/{{name}}", Reading, (string version, string name, HttpContext http) => Files.Serve(version, name, http));
    }

    static async Task<IResult> Show(Tongue tongue, Shelf shelf, HttpContext http)
    {
        PageHeaders.Write(http.Response);
        var page = Page.Write(await shelf.Look(http.RequestAborted), tongue, $"{http.Request.Host}{tongue.Address}", Files);
        return Results.Content(page.ToString(), "text/html; charset=utf-8", Encoding.UTF8);
    }
}
