using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting.Scrubbing;

namespace MigrantBot.Core.Reporting;

/// <summary>
/// Masks what could lead to the person who tells, leaves what is evidence, and marks the names of others (<see cref="Names"/>). Scrubbing twice
/// gives what scrubbing once gives, because words come back from the preview and are scrubbed again; marks are taken off and set anew.
/// </summary>
public static class Scrubber
{
    /// <summary>Links, addresses and names of accounts. All five audiences read it.</summary>
    public const string ContactMask = "[контакт]";

    /// <summary>Phones, documents, cards, plates.</summary>
    public const string NumberMask = "[номер]";

    public static Words Scrub(Words words)
    {
        var text = PlainLetters.Of(words.Reveal());
        // What stood glued to a masked number may be seen for what it is only then; each round leaves less, so this ends.
        for (var masked = Mask(text); masked != text; masked = Mask(text))
            text = masked;
        return new Words(NameMarks.Set(text, Token.In(text)));
    }

    /// <summary>Numbers with words in them go first, or their digits would be taken out of the midst of them.</summary>
    static string Mask(string text)
    {
        var bare = Handles.Mask(Contacts.Mask(text));
        bare = SpeltNumbers.Mask(bare, Token.In(bare));
        bare = Numbers.Mask(Papers.Mask(Dwellings.Mask(bare)));
        bare = ScatteredNumbers.Mask(bare, Token.In(bare));
        return OwnNames.Mask(bare, Token.In(bare));
    }
}
