using System.Text.Json;
using MigrantBot.Sealing;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Intake;

/// <summary>Words that the person's own device has sealed, checked for their shape when they came in. Nobody here can read them.</summary>
sealed record SealedWords(string EnvelopeId, byte[] Body, IReadOnlyList<SealedKey> Keys)
{
    /// <summary>Enough steps of padding for the longest words in any script, escaped.</summary>
    const int MostSteps = 8;

    /// <summary>Whoever is drawn, and the recovery key.</summary>
    const int MostKeys = Drawing.Most + 1;

    /// <summary>What a browser sends, <c>{"body":"…","keys":[{"id":"…","key":"…"}]}</c>; null for anything that is no envelope from outside.</summary>
    internal static SealedWords? Read(string envelopeId, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Sent>(text, JsonSerializerOptions.Web) is { Body: { } body, Keys: { } keys }
                && SealedShape.IsBody(body, MostSteps) && keys.Count <= MostKeys && keys.All(key => key is { Id: not null, Key: not null } && SealedShape.IsKey(key.Key))
                ? new(envelopeId, body, [.. keys.Select(key => new SealedKey { RecipientId = key!.Id!, Key = key.Key! })])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record Sent(byte[]? Body, IReadOnlyList<SentKey?>? Keys);

    sealed record SentKey(string? Id, byte[]? Key);
}
