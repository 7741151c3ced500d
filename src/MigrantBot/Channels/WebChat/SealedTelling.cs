using MigrantBot.Content;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;

namespace MigrantBot.Channels.WebChat;

/// <summary>
/// The conversation with a browser that keeps the words to itself and seals them (Browser/tell.js). The pages are the same, with a mark where the words
/// would stand: what is shown, asked and sent is decided by the core as for everybody.
/// </summary>
static class SealedTelling
{
    /// <summary>Stand for words of which nothing is known here; the second, for words in which the scrubber marks a name. Neither is shown to anybody.</summary>
    static readonly Words Some = new("…"), SomeWithNames = new("майор Петров Иван Сергеевич");

    /// <summary>True for a page on which the words are not yet in anybody's hands but the person's.</summary>
    internal static bool MayBegin(Screen screen) => screen is { AsksForWords: true, Kept: null, LeavesTyped: false } && BrowserSealing.IsAskedForAt(screen.Place);

    internal static InBrowser Allow(HttpResponse response, SealingOffer? offer = null)
    {
        ChatHeaders.AllowSealing(response);
        return new(offer);
    }

    /// <summary>
    /// The page that comes next, for words that are and remain in the browser. The form says which button, and of the words only whether they are those of the
    /// page before (<c>told</c>) or others (<c>words</c>), and whether names are marked in them (<c>names</c>); whatever else stands there is not read.
    /// </summary>
    internal static async Task<IResult> Rehearse(HttpRequest request, Conversations conversations, BrowserSealing sealing, Edition edition, WebChatOptions options, CancellationToken cancellation)
    {
        var response = request.HttpContext.Response;
        response.Headers.CacheControl = "no-store";
        var (form, refusal) = await WebForm.Read(request, cancellation);
        if (form is null)
            return Results.StatusCode(refusal);
        var told = Mark(form["told"]);
        var (asked, _) = WebForm.Pressed(form, told, Mark(form["words"]) ?? told);
        var screen = await conversations.Rehearse(asked, edition.Catalogue, cancellation);
        var browser = screen.Quote is not null || screen.Kept is not null || MayBegin(screen) ? Allow(response, await sealing.Offer(screen.Place, cancellation)) : null;
        return WebChat.Html(PageWriting.Write(screen, edition.Wording, options, browser: browser), StatusCodes.Status200OK);
    }

    /// <summary>Takes sealed words, or gives a page on which the words are still the person's: nobody can read them now, or they did not come as they were offered.</summary>
    internal static async Task<IResult> Take(
        IFormCollection form, Conversations conversations, BrowserSealing sealing, Edition edition, WebChatOptions options, HttpContext http, CancellationToken cancellation)
    {
        var code = form["to"].ToString();
        var asked = new Asked(new Incoming.Sealed()) { Code = code };
        http.Items[typeof(Asked)] = asked;
        if (await sealing.Read(code, form["sealed"].ToString(), form["work"].ToString(), edition.Catalogue, cancellation) is not { } words)
            return NotTaken(Refused(Conversations.Refuse(asked, edition.Catalogue)), StatusCodes.Status422UnprocessableEntity, edition, options, http.Response);
        asked = asked with { Sealed = words };
        var screen = await conversations.Answer(asked, edition.Catalogue, cancellation);
        return PlaceCode.Write(screen.Place) == code
            ? NotTaken(screen, StatusCodes.Status409Conflict, edition, options, http.Response)
            : WebChat.Html(PageWriting.Write(screen, edition.Wording, options), StatusCodes.Status200OK);
    }

    static Screen Refused(Screen screen) => screen with { Lines = [new(LineStyle.Text, "web.sealed.refused")] };

    static IResult NotTaken(Screen screen, int status, Edition edition, WebChatOptions options, HttpResponse response) =>
        WebChat.Html(PageWriting.Write(screen with { Quote = screen.Quote ?? Some, IsBrief = false }, edition.Wording, options, browser: Allow(response)), status);

    static Words? Mark(string? field) => field switch
    {
        null or "" => null,
        "names" => SomeWithNames,
        _ => Some,
    };
}
