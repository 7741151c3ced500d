using MigrantBot.Core.Exchange;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Intake;

/// <summary>Who gets the key of a report: three at random among those who read its language; where they are fewer, others fill up.</summary>
static class Drawing
{
    public const int Most = 3;

    /// <param name="readers">All who are active.</param>
    /// <param name="language">The language of the report.</param>
    /// <param name="below">A random number from 0 up to but not including the given one.</param>
    internal static IReadOnlyList<Recipient> Draw(IReadOnlyList<Recipient> readers, Language language, Func<int, int> below)
    {
        var read = readers.ToLookup(reader => reader.Reads(language.Code));
        return [.. Shuffle(read[true], below).Concat(Shuffle(read[false], below)).Take(Most)];
    }

    static List<Recipient> Shuffle(IEnumerable<Recipient> readers, Func<int, int> below)
    {
        var shuffled = readers.ToList();
        for (var left = shuffled.Count; left > 1; left--)
        {
            var drawn = below(left);
            (shuffled[drawn], shuffled[left - 1]) = (shuffled[left - 1], shuffled[drawn]);
        }
        return shuffled;
    }
}
