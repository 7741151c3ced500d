using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MigrantBot.Publications;

/// <summary>
/// The key of an NGO, <c>mb_</c>, 8 letters by which it is found, <c>_</c>, 43 letters that are the secret. It prints without the secret; who shows it
/// to its owner, once, says <see cref="Reveal"/>.
/// </summary>
sealed partial class NgoKey
{
    /// <summary>How every key begins, so that it is known for one wherever it turns up.</summary>
    public const string Start = "mb_";

    const int Secret = 32, PrefixLength = 8;
    const string PrefixLetters = "abcdefghijkmnpqrstuvwxyz23456789";

    readonly string text;

    NgoKey(string text) => this.text = text;

    public string Prefix => text.Substring(Start.Length, PrefixLength);

    /// <summary>What is stored of it. The secret is random and long, so a slow hash would protect nothing more.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    public static NgoKey Make(Action<Span<byte>> random)
    {
        Span<byte> bytes = stackalloc byte[PrefixLength + Secret];
        random(bytes);
        var prefix = new StringBuilder(Start);
        foreach (var one in bytes[..PrefixLength])
            prefix.Append(PrefixLetters[one % PrefixLetters.Length]);
        return new($"{prefix}_{Base64Url.EncodeToString(bytes[PrefixLength..])}");
    }

    /// <summary>Null where the text has not the form of a key.</summary>
    public static NgoKey? Read(string text) => Form().IsMatch(text) ? new(text) : null;

    /// <summary>Whether it is the one of which this was stored; a wrong one takes as long to see through however much of it is right.</summary>
    public bool Is(string sha256) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sha256), Encoding.ASCII.GetBytes(sha256));

    public string Reveal() => text;

    public override string ToString() => $"{Start}{Prefix}_…";

    [GeneratedRegex(@"\Amb_[a-z2-9]{8}_[A-Za-z0-9_-]{43}\z")]
    private static partial Regex Form();
}
