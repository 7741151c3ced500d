using Microsoft.Net.Http.Headers;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;

namespace MigrantBot.Channels.WebChat;

/// <summary>What a page of ours sends, and what of it is understood.</summary>
static class WebForm
{
    /// <summary>Enough for a full box and the longest text beside it, in any script of ours, and not much more.</summary>
    const int MostBytes = 96 * 1024;

    /// <summary>The fields, or the status of the answer to what no page of ours sends.</summary>
    internal static async Task<(IFormCollection? Form, int Refusal)> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (Refusal(request) is { } refusal)
            return (null, refusal);
        try
        {
            return (await request.ReadFormAsync(cancellation), 0);
        }
        catch (InvalidDataException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>What was pressed, and the words of the person that are then with him: told before or typed beside it.</summary>
    internal static (Asked Asked, Words? Left) Pressed(IFormCollection form, Words? told, Words? typed) =>
        form["say"] is [{ Length: > 0 } place]
            ? (new Asked(new Incoming.Typed(typed ?? new Words(""))) { Code = place, Told = told }, typed)
            : (new Asked(new Incoming.Opened(typed)) { Code = form["to"].ToString(), Told = told }, Together(told, typed));

    internal static Words? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : new Words(text.ReplaceLineEndings("\n"));

    /// <summary>All that the person has told, for where it is given back.</summary>
    internal static Words? Together(Words? told, Words? typed) => (told, typed) switch
    {
        (null, _) => typed,
        (_, null) => told,
        _ => new Words($"{told.Reveal()}\n{typed.Reveal()}"),
    };

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
}
