using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MigrantBot.Intake;

/// <summary>
/// Stands for a chat wherever something is remembered of it: a hash under a key that lives and dies with this process, so that a chat's
/// number lies in memory only while an update is handled or a call to Telegram is still due.
/// </summary>
readonly record struct ChatKey
{
    static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    readonly ulong hash;

    ChatKey(ulong hash) => this.hash = hash;

    public static ChatKey Of(long chat)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(number, chat);
        HMACSHA256.HashData(Key, number, hash);
        number.Clear();
        return new(BinaryPrimitives.ReadUInt64BigEndian(hash));
    }

    /// <summary>The same chat under a salt of its keeper's, so that it is known only as long as the salt is.</summary>
    internal ulong Under(ReadOnlySpan<byte> salt)
    {
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        Span<byte> salted = stackalloc byte[HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteUInt64BigEndian(number, hash);
        HMACSHA256.HashData(salt, number, salted);
        return BinaryPrimitives.ReadUInt64BigEndian(salted);
    }

    /// <summary>Tells two chats apart no more than it must.</summary>
    public override string ToString() => nameof(ChatKey);
}
