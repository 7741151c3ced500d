using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MigrantBot.Publications;

/// <summary>How answers that are not files are written: names as in the files, letters of all scripts readable.</summary>
static class ApiJson
{
    public const string ContentType = "application/json";

    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };
}
