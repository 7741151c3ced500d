using System.Globalization;
using System.Text;

namespace MigrantBot.Core.Publications;

/// <summary>Whether words that an operator typed run as they are read: on a page, in a terminal, in a file that somebody else's program opens.</summary>
public static class PlainLine
{
    /// <summary>Letters that are drawn as nothing, and a pattern without dots.</summary>
    static readonly int[] Unseen = [0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0];

    /// <summary>
    /// Nothing that breaks a line, moves a terminal's cursor, is not seen, or turns the direction of what follows; and no letter under so many marks that it
    /// covers its neighbours.
    /// </summary>
    public static bool Is(string text)
    {
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Unseen.Contains(rune.Value) || Rune.GetUnicodeCategory(rune) is
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                return false;
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > 2)
                return false;
        }
        return true;
    }
}
