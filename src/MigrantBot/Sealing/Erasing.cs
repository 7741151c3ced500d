using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>Overwrites a secret with zeros when it goes out of scope, however that happens: <c>using var erasing = new Erasing(key);</c></summary>
readonly ref struct Erasing(Span<byte> secret)
{
    readonly Span<byte> secret = secret;

    public void Dispose() => CryptographicOperations.ZeroMemory(secret);
}
