using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace MigrantBot.Intake;

/// <summary>
/// What it costs to send words that nobody here can read, and so nobody can compare: a number for which the hash of <c>ENVELOPE.NUMBER</c> begins with
/// this many zero bits. A second or two on an old phone, while the person reads.
/// </summary>
static class Work
{
    public const int Bits = 16;

    const int MostDigits = 10;

    public static bool IsEnough(string envelopeId, string number)
    {
        if (number.Length is 0 or > MostDigits || !number.All(char.IsAsciiDigit))
            return false;
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"{envelopeId}.{number}"));
        return BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt32BigEndian(hash)) >= Bits;
    }
}
