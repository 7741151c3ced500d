using System.Buffers.Binary;

namespace MigrantBot.Sealing;

/// <summary>The parts of a backup: all of one length, numbered, the last one marked, so that none can be changed, moved, taken away or added unseen.</summary>
static class Chunks
{
    public const int Length = 64 * 1024;
    public const int SealedLength = Length + Gcm.TagLength;

    /// <summary>No file has fewer; larger ones have a power of two, so that a size says nothing but when a house has doubled.</summary>
    public const int Fewest = 64;

    public const string Cut = "was cut on the way: its end is missing. Copy it once more from where it was made, or take the backup of another day.";
    public const string Changed = "was changed or damaged: a part of it does not open. Copy it once more from where it was made, or take the backup of another day.";
    public const string Lengthened = "has something added after its end. Copy it once more from where it was made, or take the backup of another day.";

    public static void WriteNonce(Span<byte> nonce, long number, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[3..], number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
    }
}
