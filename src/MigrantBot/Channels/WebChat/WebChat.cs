using System.Text;
using MigrantBot.Content;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;

namespace MigrantBot.Channels.WebChat;

/// <summary>
/// The same screens as plain pages, for the day when Telegram does not load. Awareness is GET, cacheable at stable addresses; everything of a report
/// is POST. Nothing is remembered here: the page carries the draft and the words.
/// </summary>
static class WebChat
{
    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    internal static void MapWebChat(this IEndpointRouteBuilder app)
    {
        var chat = app.MapGroup("").AddEndpointFilter(WriteHeaders);
        chat.MapMethods("/", Reading, (Conversations conversations, Edition edition, Editions editions, WebChatOptions options, HttpContext http) =>
            Read(null, conversations, edition, editions, options, http));
        chat.MapMethods("/{language}/{**path}", Reading, (string language, string? path, Conversations conversations, Edition edition, Editions editions, WebChatOptions options, HttpContext http) =>
            Read(WebAddress.Code(language, path), conversations, edition, editions, options, http));
        chat.MapMethods("/{language}/audio/{id}.ogg", Reading, Listen);
        chat.MapMethods($"{WebFiles.Path}/{{version}}/{{name}}", Reading, (string version, string name, HttpContext http) => WebFiles.All.Serve(version, name, http));
        chat.MapPost("/chat", Press);
        chat.MapPost("/seal", SealedTelling.Rehearse);
    }

    static async Task<IResult> Read(string? code, Conversations conversations, Edition edition, Editions editions, WebChatOptions options, HttpContext http)
    {
        var isPublic = code is null || Conversations.IsPublic(code, edition.Catalogue);
        var asked = new Asked(new Incoming.Opened()) { Code = isPublic ? code : WebAddress.HomeOf(code) };
        var screen = await conversations.Answer(asked, edition.Catalogue, http.RequestAborted);
        http.Response.Headers.CacheControl = isPublic && !screen.ClearsChat ? Kept(editions) : "no-store";
        if (screen.ClearsChat)
            ChatHeaders.Clear(http.Response);
        return Html(PageWriting.Write(screen, edition.Wording, options), isPublic ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);
    }

    /// <summary>A recording that the edition knows, while its file is there; the address chooses among those and never names a file. Anything else is a page that is not there.</summary>
    static async Task<IResult> Listen(string language, string id, Conversations conversations, Edition edition, Editions editions, WebChatOptions options, HttpContext http)
    {
        if (Language.Find(language) is not { } known || edition.FileOf(new(known, id)) is not { IsThere: true } file)
            return await Read(WebAddress.Code(language, $"audio/{id}.ogg"), conversations, edition, editions, options, http);
        http.Response.Headers.CacheControl = Kept(editions);
        return Results.File(file.Path, "audio/ogg", lastModified: file.WrittenAt, enableRangeProcessing: true);
    }

    /// <summary>How long a browser may keep what is the same for everybody.</summary>
    static string Kept(Editions editions) => editions.MayChange ? "no-cache" : "public, max-age=60";

    static async Task<IResult> Press(HttpRequest request, Conversations conversations, BrowserSealing sealing, Edition edition, WebChatOptions options, CancellationToken cancellation)
    {
        var http = request.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        var (form, refusal) = await WebForm.Read(request, cancellation);
        if (form is null)
            return Results.StatusCode(refusal);
        if (form.ContainsKey("sealed"))
            return await SealedTelling.Take(form, conversations, sealing, edition, options, http, cancellation);
        var (asked, left) = WebForm.Pressed(form, WebForm.Words(form["told"]), WebForm.Words(form["words"]));
        http.Items[typeof(Asked)] = asked;
        var screen = await conversations.Answer(asked, edition.Catalogue, cancellation);
        return SealedTelling.MayBegin(screen)
            ? Html(PageWriting.Write(screen, edition.Wording, options, browser: SealedTelling.Allow(http.Response)), StatusCodes.Status200OK)
            : Html(PageWriting.Write(screen, edition.Wording, options, left), StatusCodes.Status200OK);
    }

    /// <summary>The page for when answering broke: the same button once more, and the words still with the person. In all languages where none is known.</summary>
    internal static string Apology(HttpContext http)
    {
        var services = http.RequestServices;
        var (edition, options) = (services.GetRequiredService<Edition>(), services.GetRequiredService<WebChatOptions>());
        if (http.Items[typeof(Asked)] is not Asked asked)
            return ApologyPage.Write(edition.Wording, options);
        var typed = asked.Incoming switch
        {
            // A receipt is typed anew: this page may stand for long.
            Incoming.Typed { Words: { AreEmpty: false } words } when !Conversations.IsReceipt(words) => words,
            Incoming.Opened opened => opened.Beside,
            _ => null,
        };
        var screen = services.GetRequiredService<Conversations>().Apologise(asked, edition.Catalogue);
        return PageWriting.Write(screen with { Quote = WebForm.Together(asked.Told, typed) }, edition.Wording, options);
    }

    internal static IResult Html(string page, int status) => Results.Content(page, "text/html; charset=utf-8", Encoding.UTF8, status);

    static ValueTask<object?> WriteHeaders(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ChatHeaders.Write(context.HttpContext.Response);
        return next(context);
    }
}
