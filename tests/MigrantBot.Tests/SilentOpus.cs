using System.Buffers.Binary;

namespace MigrantBot.Tests;

/// <summary>OGG with Opus that every player takes: so many seconds of silence, in frames of 20 milliseconds.</summary>
static class SilentOpus
{
    const int FramesInASecond = 50;
    const int SamplesInAFrame = 960;

    static readonly byte[] Silence = [0xF8, 0xFF, 0xFE];

    /// <param name="seconds">How long.</param>
    /// <param name="tag">Any text, so that files of one length differ.</param>
    public static byte[] Of(int seconds, string tag = "")
    {
        using var file = new MemoryStream();
        file.Write(Page(0, 0, 2, [[.. "OpusHead"u8, 1, 1, 0, 0, 0x80, 0xBB, 0, 0, 0, 0, 0]]));
        file.Write(Page(1, 0, 0, [[.. "OpusTags"u8, .. Little(tag.Length), .. tag.Select(letter => (byte)letter), .. Little(0)]]));
        for (var second = 1; second <= seconds; second++)
            file.Write(Page(1 + second, (long)second * FramesInASecond * SamplesInAFrame, second == seconds ? (byte)4 : (byte)0, [.. Enumerable.Repeat(Silence, FramesInASecond)]));
        return file.ToArray();
    }

    static byte[] Page(int number, long samples, byte kind, IReadOnlyList<byte[]> packets)
    {
        var granule = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(granule, samples);
        byte[] page =
        [
            .. "OggS"u8, 0, kind, .. granule, .. Little(1), .. Little(number), .. Little(0),
            (byte)packets.Count, .. packets.Select(packet => (byte)packet.Length), .. packets.SelectMany(packet => packet),
        ];
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), Checksum(page));
        return page;
    }

    static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    /// <summary>The checksum of OGG: polynomial 04C11DB7, highest bit first.</summary>
    static uint Checksum(byte[] page)
    {
        var sum = 0u;
        foreach (var one in page)
        {
            sum ^= (uint)one << 24;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 0x8000_0000) == 0 ? sum << 1 : (sum << 1) ^ 0x04C1_1DB7;
        }
        return sum;
    }
}
