using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MigrantBot.Tests.Journeys;

/// <summary>Bytes by which somebody or something could be recognised, and what they stand for.</summary>
sealed record Trace(string What, byte[] Bytes);

/// <summary>
/// Searches bytes for a number or a text in every form that it may have taken: plain, in other encodings, escaped, and hashed with what the process
/// has at hand. Of a hash its beginning is enough, so that a shortened one is found as well.
/// </summary>
sealed class Traces(params IReadOnlyList<(string Name, byte[] Bytes)> keys)
{
    const int HashBeginning = 8;

    readonly List<Trace> all = [];

    public IReadOnlyList<Trace> All => all;

    public Traces Of(string name, long number)
    {
        var (big, little) = (new byte[8], new byte[8]);
        BinaryPrimitives.WriteInt64BigEndian(big, number);
        BinaryPrimitives.WriteInt64LittleEndian(little, number);
        var significant = big.SkipWhile(one => one == 0).ToArray();
        // SQLite leaves leading zeros out, and so does hexadecimal writing.
        Add($"{name}, big-endian", significant);
        Add($"{name}, little-endian", [.. significant.Reverse()]);
        Add($"{name}, hexadecimal", Encoding.ASCII.GetBytes(number.ToString("x", CultureInfo.InvariantCulture)));
        Add($"{name}, HEXADECIMAL", Encoding.ASCII.GetBytes(number.ToString("X", CultureInfo.InvariantCulture)));
        Add($"{name}, little-endian in hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(significant.Reverse().ToArray())));
        Base64($"{name}, big-endian", big);
        Base64($"{name}, little-endian", little);
        Hashed($"{name}, big-endian", big);
        Hashed($"{name}, little-endian", little);
        return Of(name, number.ToString(CultureInfo.InvariantCulture));
    }

    public Traces Of(string name, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Add($"{name}, UTF-8", utf8);
        Add($"{name}, UTF-16", Encoding.Unicode.GetBytes(text));
        Add($"{name}, UTF-16 big-endian", Encoding.BigEndianUnicode.GetBytes(text));
        Add($"{name}, in hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8)));
        Add($"{name}, IN HEXADECIMAL", Encoding.ASCII.GetBytes(Convert.ToHexString(utf8)));
        var escaped = string.Concat(text.Select(letter => char.IsAscii(letter) ? $"{letter}" : $"\\u{(int)letter:x4}"));
        Add($"{name}, escaped for JSON", Encoding.ASCII.GetBytes(escaped));
        Add($"{name}, ESCAPED for JSON", Encoding.ASCII.GetBytes(string.Concat(text.Select(letter => char.IsAscii(letter) ? $"{letter}" : $"\\u{(int)letter:X4}"))));
        Add($"{name}, escaped for an address", Encoding.ASCII.GetBytes(Uri.EscapeDataString(text)));
        Base64(name, utf8);
        Hashed(name, utf8);
        return this;
    }

    /// <summary>Bytes as they are, in either order, and in hexadecimal.</summary>
    public Traces Of(string name, byte[] bytes)
    {
        Add($"{name}, bytes", bytes);
        Add($"{name}, bytes in reverse", [.. bytes.Reverse()]);
        Add($"{name}, bytes in hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)));
        Add($"{name}, bytes IN HEXADECIMAL", Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)));
        Hashed(name, bytes);
        return this;
    }

    /// <summary>What stands in these bytes, by name; empty where nothing does.</summary>
    public IReadOnlyList<string> In(byte[] bytes) =>
        [.. all.Where(trace => bytes.AsSpan().IndexOf(trace.Bytes) >= 0).Select(trace => trace.What)];

    void Hashed(string name, byte[] bytes)
    {
        Hash($"SHA-256 of {name}", SHA256.HashData(bytes));
        foreach (var (key, secret) in keys)
        {
            Hash($"HMAC-SHA-256 of {name} with {key}", HMACSHA256.HashData(secret, bytes));
            Hash($"SHA-256 of {key} and {name}", SHA256.HashData([.. secret, .. bytes]));
        }
    }

    void Hash(string name, byte[] hash)
    {
        Add(name, hash[..HashBeginning]);
        Add($"{name}, hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash)[..(2 * HashBeginning)]));
        Add($"{name}, HEXADECIMAL", Encoding.ASCII.GetBytes(Convert.ToHexString(hash)[..(2 * HashBeginning)]));
        var base64 = Convert.ToBase64String(hash)[..(HashBeginning + 2)];
        Add($"{name}, base64", Encoding.ASCII.GetBytes(base64));
        Add($"{name}, base64url", Encoding.ASCII.GetBytes(base64.Replace('+', '-').Replace('/', '_')));
    }

    /// <summary>Base64 of something within a longer text depends on where it begins: three ways, without the letters that the neighbours decide.</summary>
    void Base64(string name, byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            var first = (before * 8 + 5) / 6;
            var whole = Convert.ToBase64String([.. new byte[before], .. bytes]).AsSpan(first, (before + bytes.Length) * 8 / 6 - first).ToString();
            Add($"{name}, base64 after {before}", Encoding.ASCII.GetBytes(whole));
            Add($"{name}, base64url after {before}", Encoding.ASCII.GetBytes(whole.Replace('+', '-').Replace('/', '_')));
        }
    }

    void Add(string what, byte[] bytes)
    {
        if (!all.Any(known => known.Bytes.AsSpan().SequenceEqual(bytes)))
            all.Add(new Trace(what, bytes));
    }
}
