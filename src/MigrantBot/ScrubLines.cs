using System.Text.Encodings.Web;
using System.Text.Json;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot;

/// <summary>Lets testers try lists of texts on the scrubber: one JSON object a line in, one out, names hidden.</summary>
static class ScrubLines
{
    /// <summary>Some editors put it before the first line.</summary>
    const char ByteOrderMark = '\uFEFF';

    const string Mend = "make it one object on one line, such as {\"id\":\"1\",\"lang\":\"ru\",\"text\":\"…\"}";

    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A line that cannot be read is named in <paramref name="faults"/> and loses no other line; false if there was one.</summary>
    public static async Task<bool> Run(TextReader told, TextWriter shown, TextWriter faults)
    {
        var isWhole = true;
        for (var number = 1; await told.ReadLineAsync() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Read(line.TrimStart(ByteOrderMark), out var fault) is var (id, text) && fault is null)
                await shown.WriteLineAsync(JsonSerializer.Serialize(new { id, masked = Names.Hide(Scrubber.Scrub(text)).Reveal() }, Readable));
            else
            {
                await faults.WriteLineAsync($"Line {number}: {fault} The line is left out: {Mend}");
                isWhole = false;
            }
        }
        await shown.FlushAsync();
        return isWhole;
    }

    static (string Id, Words Text) Read(string line, out string? fault)
    {
        fault = null;
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                fault = "this is JSON but no object.";
            else if (String(document.RootElement, "id") is not { } id)
                fault = "\"id\" is missing or is no string.";
            else if (String(document.RootElement, "text") is not { } text)
                fault = "\"text\" is missing or is no string.";
            else
                return (id, new Words(text));
        }
        catch (JsonException broken)
        {
            fault = $"this is no JSON (at letter {broken.BytePositionInLine + 1}).";
        }
        return ("", new Words(""));
    }

    /// <summary>Half of a pair of signs may stand in JSON as an escape, but not in a string of ours.</summary>
    static string? String(JsonElement element, string name)
    {
        try
        {
            return element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
