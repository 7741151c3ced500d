using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Intake;

/// <summary>
/// What is sealed, in UTF-8: <c>{"v":1,"language":"uz","facets":{"who":"self",…,"methods":["violence"]},"text":"…"}</c>, and an addition without the facets.
/// </summary>
static class ReportText
{
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static byte[] Write(Report report)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("language", report.Language.Code);
            json.WriteStartObject("facets");
            foreach (var (facet, value) in FacetNames.All(report.Draft.Facets).Where(answer => answer.Facet != "methods"))
                json.WriteString(facet, value);
            json.WriteStartArray("methods");
            foreach (var method in FacetNames.Of(report.Draft.Facets.Methods))
                json.WriteStringValue(method);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteString("text", report.Words?.Reveal() ?? "");
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }

    internal static byte[] Write(Language language, Words? words)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("language", language.Code);
            json.WriteString("text", words?.Reveal() ?? "");
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }
}
