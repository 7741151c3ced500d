using System.Text;
using Microsoft.Net.Http.Headers;
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
    /// <summary>Enough for the longest text twice, in any script, and not much more.</summary>
    const int MostBytes = 64 * 1024;

    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    internal static void MapWebChat(this IEndpointRouteBuilder app)
    {
        var chat = app.MapGroup("").AddEndpointFilter(WriteHeaders);
        chat.MapMethods("/", Reading, (Conversations conversations, Edition edition, Editions editions, HttpContext http) =>
            Read(null, conversations, edition, editions, http));
        chat.MapMethods("/{language}/{**path}", Reading, (string language, string? path, Conversations conversations, Edition edition, Editions editions, HttpContext http) =>
            Read(WebAddress.Code(language, path), conversations, edition, editions, http));
        chat.MapMethods("/{language}/audio/{id}.ogg", Reading, Listen);
        chat.MapPost("/chat", Press);
    }

    static async Task<IResult> Read(string? code, Conversations conversations, Edition edition, Editions editions, HttpContext http)
    {
        var isPublic = code is null || Conversations.IsPublic(code, edition.Catalogue);
        var asked = new Asked(new Incoming.Opened()) { Code = isPublic ? code : WebAddress.HomeOf(code) };
        var screen = await conversations.Answer(asked, edition.Catalogue, http.RequestAborted);
        http.Response.Headers.CacheControl = isPublic ? Kept(editions) : "no-store";
        return Html(PageWriting.Write(screen, edition.Wording), isPublic ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);
    }

    /// <summary>A recording that the edition knows; the address chooses among those and never names a file. Anything else is a page that is not there.</summary>
    static async Task<IResult> Listen(string language, string id, Conversations conversations, Edition edition, Editions editions, HttpContext http)
    {
        if (Language.Find(language) is not { } known || edition.FileOf(new(known, id)) is not { } file || !File.Exists(file.Path))
            return await Read(WebAddress.Code(language, $"audio/{id}.ogg"), conversations, edition, editions, http);
        http.Response.Headers.CacheControl = Kept(editions);
        return Results.File(file.Path, "audio/ogg", lastModified: file.WrittenAt, enableRangeProcessing: true);
    }

    /// <summary>How long a browser may keep what is the same for everybody.</summary>
    static string Kept(Editions editions) => editions.MayChange ? "no-cache" : "public, max-age=60";

    static async Task<IResult> Press(HttpRequest request, Conversations conversations, Edition edition, CancellationToken cancellation)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (Refusal(request) is { } refusal)
            return Results.StatusCode(refusal);
        if (await ReadForm(request, cancellation) is not { } form)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var (told, typed) = (Words(form["told"]), Words(form["words"]));
        var (asked, left) = form["say"] is [{ Length: > 0 } place]
            ? (new Asked(new Incoming.Typed(typed ?? new Words(""))) { Code = place, Told = told }, typed)
            : (new Asked(new Incoming.Opened(typed)) { Code = form["to"].ToString(), Told = told }, Together(told, typed));
        request.HttpContext.Items[typeof(Asked)] = asked;
        var screen = await conversations.Answer(asked, edition.Catalogue, cancellation);
        return Html(PageWriting.Write(screen, edition.Wording, left), StatusCodes.Status200OK);
    }

    /// <summary>The page for when answering broke: the same button once more, and the words still with the person. In all languages where none is known.</summary>
    internal static string Apology(HttpContext http)
    {
        var services = http.RequestServices;
        var edition = services.GetRequiredService<Edition>();
        if (http.Items[typeof(Asked)] is not Asked asked)
            return ApologyPage.Write(edition.Wording);
        var typed = asked.Incoming switch
        {
            Incoming.Typed { Words: { AreEmpty: false } words } => words,
            Incoming.Opened opened => opened.Beside,
            _ => null,
        };
        var screen = services.GetRequiredService<Conversations>().Apologise(asked, edition.Catalogue);
        return PageWriting.Write(screen with { Quote = Together(asked.Told, typed) }, edition.Wording);
    }

    /// <summary>Why a request is not read at all; only what no page of ours sends is refused so curtly, and texts beyond all measure.</summary>
    static int? Refusal(HttpRequest request) => request switch
    {
        { ContentLength: null } => StatusCodes.Status411LengthRequired,
        { ContentLength: > MostBytes } => StatusCodes.Status413PayloadTooLarge,
        { ContentType: { } type } when IsForm(type) => null,
        _ => StatusCodes.Status415UnsupportedMediaType,
    };

    /// <summary>As browsers send it from a page in UTF-8; for other types and letters the framework only has exceptions.</summary>
    static bool IsForm(string type) =>
        MediaTypeHeaderValue.TryParse(type, out var form)
        && form.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        && (form.Charset.Length == 0 || form.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    static async Task<IFormCollection?> ReadForm(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>All that the person has told, for where it is given back.</summary>
    static Words? Together(Words? told, Words? typed) => (told, typed) switch
    {
        (null, _) => typed,
        (_, null) => told,
        _ => new Words($"{told.Reveal()}\n{typed.Reveal()}"),
    };

    static Words? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : new Words(text.ReplaceLineEndings("\n"));

    static IResult Html(string page, int status) => Results.Content(page, "text/html; charset=utf-8", Encoding.UTF8, status);

    static ValueTask<object?> WriteHeaders(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        PageHeaders.Write(context.HttpContext.Response);
        return next(context);
    }
}
