using System.Text.Encodings.Web;
using System.Text.Json;

namespace MigrantBot.Custody;

/// <summary>A list of recipients with the root key's signature, on its way to the server.</summary>
sealed record SignedList(byte[] Body, byte[] Signature);

/// <summary>A list on its way to be signed.</summary>
/// <param name="Body">The list itself.</param>
/// <param name="Previous">The one in force, so that the offline computer can say what changes; null for the first.</param>
/// <param name="Names">Handles by id, for people to read; nothing depends on them.</param>
sealed record DraftList(byte[] Body, SignedList? Previous, IReadOnlyDictionary<string, string> Names);

/// <summary>Keys sealed to the recovery key, on their way to the ceremony.</summary>
sealed record SealedForRecovery(IReadOnlyList<SealedForRecovery.One> Envelopes)
{
    public sealed record One(string Report, string Id, int Direction, byte[] Key);
}

/// <summary>The same keys sealed to a moderator, on their way back.</summary>
/// <param name="To">The moderator's box key.</param>
/// <param name="Envelopes">By the id of the envelope.</param>
sealed record Resealed(byte[] To, IReadOnlyList<Resealed.One> Envelopes)
{
    public sealed record One(string Id, byte[] Key);
}

/// <summary>These papers as JSON.</summary>
static class Papers
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T paper) => JsonSerializer.Serialize(paper, Json) + "\n";

    /// <summary>The paper in a file; or why there is none.</summary>
    public static (T? Paper, Outcome? Refused) Read<T>(string path, string madeBy) where T : class
    {
        var (text, refused) = OwnFile.Read(path);
        if (text is null)
            return (null, refused);
        try
        {
            return JsonSerializer.Deserialize<T>(text, Json) is { } paper ? (paper, null) : (null, NotOurs(path, madeBy));
        }
        catch (JsonException)
        {
            return (null, NotOurs(path, madeBy));
        }
    }

    static Outcome NotOurs(string path, string madeBy) => Outcome.ToMend($"{path} is not what “{madeBy}” writes, or was cut on the way. Carry it over once more.");
}
