namespace MigrantBot.Sealing;

/// <summary>One 0x80, then zeros up to the next multiple of 2048, so that lengths tell only the step.</summary>
static class Padding
{
    public const int Step = 2048;
    const byte Mark = 0x80;

    public static byte[] Add(ReadOnlySpan<byte> text)
    {
        var padded = new byte[(text.Length / Step + 1) * Step];
        text.CopyTo(padded);
        padded[text.Length] = Mark;
        return padded;
    }

    /// <summary>The text before the padding; null where there is none.</summary>
    public static byte[]? Remove(ReadOnlySpan<byte> padded)
    {
        var end = padded.LastIndexOfAnyExcept((byte)0);
        return padded.Length % Step == 0 && end >= 0 && padded[end] == Mark ? padded[..end].ToArray() : null;
    }
}
