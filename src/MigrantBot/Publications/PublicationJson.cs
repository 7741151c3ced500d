using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Publications;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Publications;

/// <summary>The JSON file of a publication: ASCII, keys and categories always in the same order, all of the plan's tables and of their cells.</summary>
static class PublicationJson
{
    const int Version = 1;

    const string HowToRead =
        "Counts of reports that moderators accepted. Random noise was added to every count, so that little can be told from them about any one report "
        + "(differential privacy: eps is what a report may lose in a table, at most 2 in its whole life). In 95 of 100 cells the true count lies within margin95 of the value. "
        + "A value of null is below show_from and may be zero; small is the sum of those cells. Cells of region-type are drawn apart and do not add up to the other "
        + "tables. Several reports by one person count singly. People choose whether to report: more reports are no proof of more coercion, fewer none of less. "
        + "This file never changes; what is found wrong is said as an erratum in the index.";

    const string IsInvented = "INVENTED for a trial: these counts are about nobody. ";

    /// <summary>Without it an apostrophe would read as a code; what is written here is ours, and ASCII.</summary>
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(Figures figures, Imprint imprint)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteString("kind", PublicationRow.KindOf(figures.Period));
            json.WriteString("period", figures.Period.ToString());
            json.WriteString("published", PublicationText.Day(imprint.PublishedOn));
            json.WriteString("data", PublicationText.DataOf(imprint.IsInvented));
            json.WriteString("volume", Code.Of(figures.Volume));
            WriteEach(json, "eps", figures, spec => json.WriteString(spec.Name, spec.Loss.ToString()));
            WriteMargins(json, figures, imprint);
            WriteEach(json, "show_from", figures, spec => json.WriteNumber(spec.Name, spec.ShowFrom));
            json.WriteNumber("total", figures.Total);
            json.WriteStartObject("tables");
            foreach (var table in figures.Tables)
                WriteTable(json, table);
            json.WriteEndObject();
            json.WriteString("audit_head", imprint.AuditHead);
            json.WriteString("note", imprint.IsInvented ? IsInvented + HowToRead : HowToRead);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    internal static Figures Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var json = document.RootElement;
            if (json.GetProperty("v").GetInt32() != Version || Period.Read(Text(json, "period")) is not { } period)
                throw new FormatException("This is no publication of version 1.");
            var volume = Code.Read<Volume>(Text(json, "volume")) ?? throw new FormatException("This volume has no plan.");
            var tables = json.GetProperty("tables");
            return new(period, volume, json.GetProperty("total").GetInt64(),
                [.. Plan.Tables(period.Cadence, volume).Select(spec => ReadTable(spec, tables.GetProperty(spec.Name)))]);
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("This is no publication.", broken);
        }
    }

    internal static DateOnly DayOf(string text)
    {
        using var document = JsonDocument.Parse(text);
        return DateOnly.ParseExact(Text(document.RootElement, "published"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>The total always has one, also where it has no table.</summary>
    static void WriteMargins(Utf8JsonWriter json, Figures figures, Imprint imprint)
    {
        json.WriteStartObject("margin95");
        json.WriteNumber(Plan.Total.Name, imprint.MarginOfTotal(figures));
        foreach (var table in figures.Tables.Where(table => table.Spec != Plan.Total))
            json.WriteNumber(table.Spec.Name, table.Spec.Margin);
        json.WriteEndObject();
    }

    static void WriteEach(Utf8JsonWriter json, string name, Figures figures, Action<TableSpec> write)
    {
        json.WriteStartObject(name);
        foreach (var table in figures.Tables)
            write(table.Spec);
        json.WriteEndObject();
    }

    static void WriteTable(Utf8JsonWriter json, Table table)
    {
        json.WriteStartObject(table.Spec.Name);
        json.WriteStartArray("cells");
        foreach (var cell in table.Cells)
        {
            json.WriteStartObject();
            foreach (var (dimension, category) in table.Spec.By.Zip(cell.Key))
                json.WriteString(dimension.Name, category);
            WriteValue(json, "value", cell.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteValue(json, "small", table.Small);
        json.WriteEndObject();
    }

    static void WriteValue(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    static Table ReadTable(TableSpec spec, JsonElement json)
    {
        List<Cell> cells = [.. json.GetProperty("cells").EnumerateArray().Select(cell => ReadCell(spec, cell))];
        return cells.Select(cell => string.Join(' ', cell.Key)).SequenceEqual(spec.Keys.Select(key => string.Join(' ', key)))
            ? new(spec, cells, Value(json, "small"))
            : throw new FormatException($"The table {spec.Name} has other cells than the plan.");
    }

    static Cell ReadCell(TableSpec spec, JsonElement json) => new([.. spec.By.Select(dimension => Text(json, dimension.Name))], Value(json, "value"));

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"“{name}” is missing.");

    static long? Value(JsonElement json, string name) => json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } number ? number.GetInt64() : null;
}
