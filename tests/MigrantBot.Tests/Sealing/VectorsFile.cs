using System.Text.Encodings.Web;
using System.Text.Json;

namespace MigrantBot.Tests.Sealing;

/// <summary>Reads and writes <c>vectors.json</c>; bytes are base64.</summary>
static class VectorsFile
{
    /// <summary>Letters of every script stand as themselves.</summary>
    public static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    static string Folder => Path.Combine(AppContext.BaseDirectory, "Sealing");

    /// <summary>Where the newly made text lies when it differs from the committed one.</summary>
    public static string Made => Path.Combine(Folder, "vectors.made.json");

    public static string ReadText() => File.ReadAllText(Path.Combine(Folder, "vectors.json"));

    public static Vectors Read() => JsonSerializer.Deserialize<Vectors>(ReadText(), Layout)!;

    public static string Write(Vectors vectors) => JsonSerializer.Serialize(vectors, Layout) + "\n";
}
