using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MigrantBot.Sealing;

/// <summary>
/// How a backup begins, readable by anybody: its day, the key it is sealed to, the schema; and the key of the file, which only the two sheets open. The layout
/// is in <c>docs/formats.md</c>.
/// </summary>
/// <param name="Day">On which it was made.</param>
/// <param name="KeyName">Of the backup key, as <see cref="BackupKey.Name"/>.</param>
/// <param name="Migration">The newest one of the database.</param>
/// <param name="Bytes">All of it, the sealed key of the file included; every part of the file is bound to them.</param>
sealed record BackupHead(DateOnly Day, string KeyName, long Migration, byte[] Bytes)
{
    public const int Length = OpenLength + Hpke.Overhead + Gcm.KeyLength;
    public const int TagLength = HMACSHA256.HashSizeInBytes;
    const byte Version = 1;
    const int DayLength = 10;
    const int OpenLength = 8 + 1 + DayLength + Fingerprint.Bytes + sizeof(uint);

    static ReadOnlySpan<byte> Magic => "MBBACKUP"u8;
    static ReadOnlySpan<byte> KeyInfo => "mb1|backup"u8;

    /// <summary>A head for a new file, and the key that the file is written with.</summary>
    public static (BackupHead Head, byte[] FileKey) Make(DateOnly day, BackupKey key, long migration, Randomness random)
    {
        byte[] open = [.. Magic, Version, .. Encoding.ASCII.GetBytes(Text(day)), .. SHA256.HashData(key.Bytes)[..Fingerprint.Bytes], 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(open.AsSpan(OpenLength - sizeof(uint)), (uint)migration);
        var fileKey = new byte[Gcm.KeyLength];
        random(fileKey);
        return (new(day, key.Name, migration, [.. open, .. Hpke.Seal(key.Bytes, KeyInfo, open, fileKey, random)]), fileKey);
    }

    /// <summary>What stands at the beginning of a file; a refusal says what it is instead, as the end of a sentence that begins with its name.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out BackupHead? head, [NotNullWhen(false)] out string? refusal)
    {
        head = null;
        refusal = null;
        if (bytes.Length < Magic.Length + 1 || !bytes.StartsWith(Magic))
            refusal = "is no backup of this program. Name a file that “backup” or the night has made.";
        else if (bytes[Magic.Length] != Version)
            refusal = "was made by a newer version of this program. Restore it with that version.";
        else if (bytes.Length < Length)
            refusal = Chunks.Cut;
        else if (!DateOnly.TryParseExact(Encoding.ASCII.GetString(bytes.Slice(Magic.Length + 1, DayLength)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            refusal = Chunks.Changed;
        else
            head = new(
                day, Crockford.Write(bytes.Slice(Magic.Length + 1 + DayLength, Fingerprint.Bytes), '-'),
                BinaryPrimitives.ReadUInt32BigEndian(bytes[(OpenLength - sizeof(uint))..]), bytes[..Length].ToArray());
        return head is not null;
    }

    /// <summary>The key of the file; null where the head was changed or is another key's.</summary>
    public byte[]? OpenKey(ECDiffieHellman pair) => Hpke.Open(pair, KeyInfo, Bytes.AsSpan(..OpenLength), Bytes.AsSpan(OpenLength..));

    /// <summary>Says within the seal that who made this file has this pepper. Anybody who knows the public key could else make a backup for us to believe.</summary>
    public byte[] TagOf(Pepper pepper, ReadOnlySpan<byte> fileKey)
    {
        Span<byte> key = stackalloc byte[Gcm.KeyLength];
        using var erasing = new Erasing(key);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, pepper.Reveal(), key, salt: [], KeyInfo);
        byte[] message = [.. KeyInfo, (byte)'|', .. Bytes, .. fileKey];
        using var erasingMessage = new Erasing(message);
        return HMACSHA256.HashData(key, message);
    }

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
