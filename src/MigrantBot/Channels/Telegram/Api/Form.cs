using System.Globalization;
using System.Net.Http.Headers;

namespace MigrantBot.Channels.Telegram.Api;

/// <summary>Requests with a file, as a form in several parts; names between quotes, as browsers write them.</summary>
static class Form
{
    internal static MultipartFormDataContent Of(SendVoice request)
    {
        var form = new MultipartFormDataContent { Part("chat_id", request.ChatId.ToString(CultureInfo.InvariantCulture)), Part("voice", request.Voice) };
        if (request.ProtectContent is { } isProtected)
            form.Add(Part("protect_content", isProtected ? "true" : "false"));
        return form;
    }

    static HttpContent Part(string name, InputFile file) => file switch
    {
        InputFile.Known known => Part(name, known.FileId),
        InputFile.Bytes bytes => new ReadOnlyMemoryContent(bytes.Content)
        {
            Headers = { ContentType = new MediaTypeHeaderValue(bytes.Type), ContentDisposition = Disposition(name, bytes.Name) },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(file)),
    };

    static StringContent Part(string name, string value) => new(value) { Headers = { ContentType = null, ContentDisposition = Disposition(name) } };

    static ContentDispositionHeaderValue Disposition(string name, string? file = null) =>
        new("form-data") { Name = $"\"{name}\"", FileName = file is null ? null : $"\"{file}\"" };
}
