using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MigrantBot.Sealing;

/// <summary>Somebody on the list: a moderator, or the recovery key, which signs nothing and reads every language.</summary>
sealed record Listed(string Id, byte[] Box, byte[] Sign, IReadOnlyList<string> Languages)
{
    /// <summary>The id of the key that is kept on two sheets of paper.</summary>
    public const string Recovery = "recovery";

    /// <summary>The id under which a reply is sealed to who reported; nobody on the list may bear it.</summary>
    const string Reporter = "reporter";

    const int LongestId = 64;

    public bool IsRecovery => Id == Recovery;

    /// <summary>Keys on the curve, an id of letters, digits and hyphens, codes in order.</summary>
    public bool IsWellMade =>
        Id.Length is > 0 and <= LongestId && Id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && Id != Reporter && P256.IsPublicKey(Box)
        && (IsRecovery
            ? Sign.Length == 0 && Languages.Count == 0
            : P256.IsPublicKey(Sign) && Languages.Count > 0 && Languages.All(IsCode) && Languages.SequenceEqual(Languages.Distinct().Order(StringComparer.Ordinal)));

    static bool IsCode(string code) => code.Length > 0 && code.All(letter => char.IsAsciiLetter(letter) || letter == '-');
}

/// <summary>Who may read reports, with their public keys: the root key signs its bytes. Each list names the one before, so none can be slipped in between.</summary>
sealed record RecipientList(long Version, string Prev, IReadOnlyList<Listed> Recipients)
{
    const string Moderator = "moderator";

    /// <summary>Base64 has a plus sign, which the web's rules would escape.</summary>
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IEnumerable<Listed> Moderators => Recipients.Where(one => !one.IsRecovery);

    public Listed? Recovery => Recipients.FirstOrDefault(one => one.IsRecovery);

    /// <summary>What the next list says of this one.</summary>
    public static string HashOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));

    /// <summary>The one way to write this list: who stands on it in the order of ids.</summary>
    public byte[] Write()
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteString("prev", Prev);
            json.WriteStartArray("recipients");
            foreach (var one in Recipients.OrderBy(one => one.Id, StringComparer.Ordinal))
                WriteOne(json, one);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return body.ToArray();
    }

    /// <summary>Null for anything but the bytes that <see cref="Write"/> makes of a well-made list.</summary>
    public static RecipientList? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var list = JsonSerializer.Deserialize<Sent>(body, JsonSerializerOptions.Web) is { V: { } version, Prev: { } prev, Recipients: { } recipients } && !recipients.Contains(null)
                ? new RecipientList(version, prev, [.. recipients.Select(one => new Listed(one!.Id ?? "", one.Box ?? [], one.Sign ?? [], one.Languages ?? []))])
                : null;
            return list is { IsWellMade: true } && list.Write().AsSpan().SequenceEqual(body) ? list : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Nobody twice, no key twice, and only the first list follows none.</summary>
    bool IsWellMade =>
        Version > 0 && (Version == 1 ? Prev.Length == 0 : Prev.Length == SHA256.HashSizeInBytes * 2 && Prev.All(char.IsAsciiHexDigitLower))
        && Recipients.All(one => one.IsWellMade) && AreAllDifferent(Recipients.Select(one => one.Id))
        && AreAllDifferent(Recipients.SelectMany(one => new[] { one.Box, one.Sign }).Where(key => key.Length > 0).Select(Convert.ToHexString));

    static bool AreAllDifferent(IEnumerable<string> values)
    {
        var seen = new HashSet<string>();
        return values.All(seen.Add);
    }

    static void WriteOne(Utf8JsonWriter json, Listed one)
    {
        json.WriteStartObject();
        json.WriteString("id", one.Id);
        json.WriteString("role", one.IsRecovery ? Listed.Recovery : Moderator);
        json.WriteBase64String("box", one.Box);
        if (!one.IsRecovery)
        {
            json.WriteBase64String("sign", one.Sign);
            json.WriteStartArray("languages");
            foreach (var code in one.Languages)
                json.WriteStringValue(code);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    sealed record Sent(long? V, string? Prev, IReadOnlyList<SentRecipient?>? Recipients);

    sealed record SentRecipient(string? Id, string? Role, byte[]? Box, byte[]? Sign, IReadOnlyList<string>? Languages);
}
