using System.Numerics;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Intake.Flooding;

/// <summary>
/// A fingerprint of 64 bits in which texts of nearly the same words differ by a few bits (Charikar's SimHash over the words). Order, case, punctuation,
/// which digits stand in a number, and letters of one alphabet written by their likes of the other make no difference.
/// </summary>
static class SimHash
{
    /// <summary>Shorter texts of two people may well be the same.</summary>
    internal const int FewestWords = 8;

    const int Bits = 64;
    const ulong Prime = 0x100000001B3;

    /// <summary>Null where the words are too few to be compared.</summary>
    /// <param name="words">Scrubbed words.</param>
    /// <param name="seed">Fingerprints of different seeds cannot be compared.</param>
    internal static ulong? Of(Words words, ulong seed)
    {
        Span<int> votes = stackalloc int[Bits];
        votes.Clear();
        var text = words.Reveal();
        var (count, word, last) = (0, seed, ' ');
        for (var at = 0; at <= text.Length; at++)
        {
            var folded = at < text.Length ? Fold(text[at]) : ' ';
            if (IsWithin(folded) && !(folded == '0' && last == '0'))
                word = (word ^ folded) * Prime;
            else if (folded == ' ' && word != seed)
            {
                count++;
                Vote(votes, Mix(word));
                word = seed;
            }
            last = folded;
        }
        return count < FewestWords ? null : Outcome(votes);
    }

    internal static int Distance(ulong one, ulong other) => BitOperations.PopCount(one ^ other);

    static bool IsWithin(char folded) => folded is not (' ' or '\'');

    /// <summary>A small letter; <c>0</c> for any digit; an apostrophe for all its kinds, which people write or leave out; a blank for the rest.</summary>
    static char Fold(char letter) => char.ToLowerInvariant(letter) switch
    {
        '\'' or '`' or '\u2018' or '\u2019' or '\u02BB' or '\u02BC' => '\'',
        'a' => 'а',
        'c' => 'с',
        'e' or 'ё' => 'е',
        'i' => 'і',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        var digit when char.IsDigit(digit) => '0',
        var other when char.IsLetter(other) => other,
        _ => ' ',
    };

    static void Vote(Span<int> votes, ulong word)
    {
        for (var bit = 0; bit < Bits; bit++)
            votes[bit] += (word >> bit & 1) == 1 ? 1 : -1;
    }

    static ulong Outcome(ReadOnlySpan<int> votes)
    {
        var outcome = 0UL;
        for (var bit = 0; bit < Bits; bit++)
            if (votes[bit] > 0)
                outcome |= 1UL << bit;
        return outcome;
    }

    /// <summary>Spreads each bit over all (the end of MurmurHash3): without it, words that begin alike would vote alike.</summary>
    static ulong Mix(ulong bits)
    {
        bits = (bits ^ bits >> 33) * 0xFF51AFD7ED558CCD;
        bits = (bits ^ bits >> 33) * 0xC4CEB9FE1A85EC53;
        return bits ^ bits >> 33;
    }
}
