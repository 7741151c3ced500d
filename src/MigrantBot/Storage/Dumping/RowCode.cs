using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace MigrantBot.Storage.Dumping;

/// <summary>Takes some bytes of a dump.</summary>
delegate void Outlet(ReadOnlySpan<byte> bytes);

/// <summary>Fills the span with the next bytes of a dump.</summary>
delegate void Inlet(Span<byte> bytes);

/// <summary>A row as bytes, the same for both databases: of each value what it is, and itself.</summary>
static class RowCode
{
    const byte Nothing = 0, Number = 1, Text = 2, Bytes = 3;

    /// <summary>Longer than anything the program keeps; what says that it is longer was not written by it.</summary>
    const int Longest = 256 * 1024 * 1024;

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Write(IBufferWriter<byte> to, ReadOnlySpan<object> values)
    {
        foreach (var value in values)
            switch (value)
            {
                case DBNull:
                    to.Write([Nothing]);
                    break;
                case long number:
                    to.Write([Number]);
                    BinaryPrimitives.WriteInt64BigEndian(to.GetSpan(sizeof(long)), number);
                    to.Advance(sizeof(long));
                    break;
                case string text:
                    to.Write([Text]);
                    Write(to, Utf8.GetBytes(text));
                    break;
                case byte[] bytes:
                    to.Write([Bytes]);
                    Write(to, bytes);
                    break;
                default:
                    throw new InvalidOperationException($"A column holds {value.GetType().Name}: the schema knows TEXT, BIGINT and BLOB.");
            }
    }

    public static void Read(Inlet from, Span<object> values)
    {
        foreach (ref var value in values)
            value = ReadByte(from) switch
            {
                Nothing => DBNull.Value,
                Number => ReadNumber(from),
                Text => ReadText(from),
                Bytes => ReadBytes(from),
                _ => throw NotOurs(),
            };
    }

    public static void Write(IBufferWriter<byte> to, ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(to.GetSpan(sizeof(int)), bytes.Length);
        to.Advance(sizeof(int));
        to.Write(bytes);
    }

    public static void Write(IBufferWriter<byte> to, string text) => Write(to, Utf8.GetBytes(text));

    public static byte ReadByte(Inlet from)
    {
        Span<byte> one = stackalloc byte[1];
        from(one);
        return one[0];
    }

    public static long ReadNumber(Inlet from)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        from(number);
        return BinaryPrimitives.ReadInt64BigEndian(number);
    }

    public static int ReadLength(Inlet from)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        from(length);
        return BinaryPrimitives.ReadInt32BigEndian(length) is var read and >= 0 and <= Longest ? read : throw NotOurs();
    }

    public static byte[] ReadBytes(Inlet from)
    {
        var bytes = new byte[ReadLength(from)];
        from(bytes);
        return bytes;
    }

    public static string ReadText(Inlet from)
    {
        try
        {
            return Utf8.GetString(ReadBytes(from));
        }
        catch (DecoderFallbackException)
        {
            throw NotOurs();
        }
    }

    public static InvalidDataException NotOurs() => new("opens, but holds what no version of this program writes. Restore it with the version that made it, or take the backup of another day.");
}
