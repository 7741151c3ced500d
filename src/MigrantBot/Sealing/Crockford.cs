using System.Diagnostics.CodeAnalysis;

namespace MigrantBot.Sealing;

/// <summary>Bytes as letters that people read aloud and type: Crockford's base32, without letters that look or sound alike.</summary>
static class Crockford
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int BitsInLetter = 5;
    const int BitsInByte = 8;
    const int LettersInGroup = 4;

    /// <summary>In groups of four; for a multiple of five bytes, so that no bit is left over.</summary>
    public static string Write(ReadOnlySpan<byte> bytes, char between)
    {
        var bits = bytes.ToArray();
        if (bits.Length % BitsInLetter != 0)
            throw new ArgumentException($"Letters hold {BitsInLetter} bits: write a multiple of {BitsInLetter} bytes.", nameof(bytes));
        var letters = Enumerable.Range(0, bits.Length * BitsInByte / BitsInLetter).Select(index => Alphabet[Letter(bits, index)]);
        return string.Join(between, letters.Chunk(LettersInGroup).Select(group => new string(group)));
    }

    /// <summary>Takes small letters, O for 0, I and L for 1, blanks and hyphens anywhere. False for anything else, or another number of bytes.</summary>
    public static bool TryRead(string text, int length, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        int[] letters = [.. text.Where(letter => letter is not '-' && !char.IsWhiteSpace(letter)).Select(letter => Alphabet.IndexOf(Plain(letter), StringComparison.Ordinal))];
        if (letters.Length * BitsInLetter != length * BitsInByte || letters.Contains(-1))
            return false;
        bytes = new byte[length];
        for (var bit = 0; bit < length * BitsInByte; bit++)
            if ((letters[bit / BitsInLetter] & (1 << (BitsInLetter - 1 - (bit % BitsInLetter)))) != 0)
                bytes[bit / BitsInByte] |= (byte)(1 << (BitsInByte - 1 - (bit % BitsInByte)));
        return true;
    }

    static char Plain(char letter) => char.ToUpperInvariant(letter) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var plain => plain,
    };

    static int Letter(byte[] bytes, int index)
    {
        var first = index * BitsInLetter;
        var next = (first / BitsInByte) + 1;
        var pair = (bytes[first / BitsInByte] << BitsInByte) | (next < bytes.Length ? bytes[next] : 0);
        return (pair >> (2 * BitsInByte - BitsInLetter - (first % BitsInByte))) & 0b11111;
    }
}
