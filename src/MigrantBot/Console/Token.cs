using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MigrantBot.Console;

/// <summary>A secret of 256 random bits, for a link or a cookie. Only its hash is stored, so a stolen database signs nobody in.</summary>
sealed class Token
{
    readonly string text;

    Token(string text) => this.text = text;

    public static Token Fresh() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>The token that somebody presents, whatever it is worth.</summary>
    public static Token Presented(string text) => new(text);

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The secret itself, for the one link or cookie that it belongs to.</summary>
    public string Reveal() => text;

    public override string ToString() => "…";
}
