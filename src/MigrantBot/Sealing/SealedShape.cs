namespace MigrantBot.Sealing;

/// <summary>What a text sealed elsewhere looks like from outside; nobody who cannot open it can know more.</summary>
static class SealedShape
{
    const int Around = 1 + Gcm.NonceLength + Gcm.TagLength;

    public static bool IsBody(ReadOnlySpan<byte> bytes, int mostSteps) =>
        bytes.Length > Around && bytes[0] == Envelope.Version && (bytes.Length - Around) % Padding.Step == 0 && (bytes.Length - Around) / Padding.Step <= mostSteps;

    public static bool IsKey(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Hpke.Overhead + Gcm.KeyLength && P256.IsPublicKey(bytes[..P256.PublicKeyLength]);
}
