using System.Security.Cryptography;
using System.Text;

namespace MigrantBot.Storage;

/// <summary>
/// The audit's head as everybody may see it. The bare head would tell whoever knows all deeds but one whether they are all; this binds us as well, and tells
/// nothing without the blind, which stays in the database.
/// </summary>
static class BlindedHead
{
    const int BlindBytes = 32;

    public static string NewBlind() => RandomNumberGenerator.GetHexString(2 * BlindBytes, lowercase: true);

    /// <summary><c>SHA-256("mb1|head|" || blind || "|" || head)</c>, all in lower-case hexadecimal; the head of an empty audit is no text at all.</summary>
    public static string Of(string head, string blind) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"mb1|head|{blind}|{head}")));
}
