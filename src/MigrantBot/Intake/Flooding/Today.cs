using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Intake.Flooding;

/// <summary>
/// What has to be known of one day: who has sent how often, which reports came, what their words look like. All of it is hashed under a random salt and
/// thrown away with it when the day is over; no entry says to which other it belongs. One thread at a time.
/// </summary>
sealed class Today(DateOnly day, TimeProvider time)
{
    /// <summary>Of senders and of reports; beyond that the oldest are forgotten, and may send as if they had not.</summary>
    public const int Most = 50_000;

    /// <summary>Longer than a day: an entry goes with its day.</summary>
    static readonly TimeSpan Long = TimeSpan.FromDays(2);

    readonly byte[] salt = RandomNumberGenerator.GetBytes(32);
    readonly Forgetful<ulong, int> senders = new(Most, Long, time);
    readonly Forgetful<ulong, FloodLevel?> reports = new(Most, Long, time);
    readonly Fingerprints fingerprints = new();

    public DateOnly Day => day;

    public int Senders => senders.Count;

    public int Reports => reports.Count;

    /// <summary>The how-manieth report of this sender it is today.</summary>
    public int Count(ChatKey sender)
    {
        var hash = sender.Under(salt);
        var nth = senders.Recall(hash) + 1;
        senders.Keep(hash, nth);
        return nth;
    }

    /// <summary>True where the words are among many of today that are nearly the same.</summary>
    public bool IsRepeated(Words words) => SimHash.Of(words, Hash("words")) is { } fingerprint && fingerprints.IsRepeated(fingerprint);

    /// <summary>What was decided about this report, if it came before.</summary>
    public FloodLevel? Recall(string report) => reports.Recall(Hash(report));

    public void Remember(string report, FloodLevel level) => reports.Keep(Hash(report), level);

    /// <summary>Nothing of the day can be recognised any more.</summary>
    public void End() => CryptographicOperations.ZeroMemory(salt);

    ulong Hash(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
