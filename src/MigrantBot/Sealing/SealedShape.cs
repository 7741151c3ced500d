namespace MigrantBot.Sealing;

/// <summary>What a text sealed elsewhere looks like from outside; nobody who cannot open it can know more.</summary>
static class SealedShape
{
    /// <summary>Enough steps of padding for the longest words in any script, escaped.</summary>
    public const int MostSteps = 8;

    const int Around = 1 + Gcm.NonceLength + Gcm.TagLength;

    public static bool IsBody(ReadOnlySpan<byte> bytes) =>
        bytes.Length > Around && bytes[0] == 1 && (bytes.Length - Around) % Padding.Step == 0 && (bytes.Length - Around) / Padding.Step <= MostSteps;

    public static bool IsKey(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Hpke.Overhead + Gcm.KeyLength)
            return false;
        using var sender = P256.ReadPublicKey(bytes[..P256.PublicKeyLength]);
        return sender is not null;
    }
}
