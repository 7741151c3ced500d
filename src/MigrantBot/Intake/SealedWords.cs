using System.Text.Json;
using MigrantBot.Sealing;

namespace MigrantBot.Intake;

/// <summary>Words as the person's own browser has sealed them: an envelope for the store, which nobody here can open.</summary>
sealed record SealedWords(string EnvelopeId, byte[] Body, IReadOnlyList<SealedFor> Keys)
{
    /// <summary>What a browser sends, <c>{"body":"…","keys":[{"id":"…","key":"…"}]}</c>; null for anything that does not look like an envelope from outside.</summary>
    internal static SealedWords? Read(string envelopeId, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Sent>(text, JsonSerializerOptions.Web) is { Body: { } body, Keys: { } keys }
                && SealedShape.IsBody(body) && keys.Count <= Drawing.Most && keys.All(key => key is { Id: not null, Key: not null } && SealedShape.IsKey(key.Key))
                ? new(envelopeId, body, [.. keys.Select(key => new SealedFor(key.Id!, key.Key!))])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Ciphertext says nothing, and neither does this.</summary>
    public override string ToString() => nameof(SealedWords);

    sealed record Sent(byte[]? Body, IReadOnlyList<SentKey?>? Keys);

    sealed record SentKey(string? Id, byte[]? Key);
}

/// <summary>The key of an envelope, sealed to one who reads.</summary>
sealed record SealedFor(string RecipientId, byte[] Key);
