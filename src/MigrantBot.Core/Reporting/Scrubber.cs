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
        var told = Handles.Mask(Contacts.Mask(Receipts.Mask(text)));
        var tokens = Token.In(told);
        var spelt = SpeltNumbers.Mask(told, tokens);
        var bare = Numbers.Mask(Papers.Mask(Dwellings.Mask(spelt)));
        tokens = Again(tokens, told, bare);
        var whole = ScatteredNumbers.Mask(bare, tokens);
        return OwnNames.Mask(whole, Again(tokens, bare, whole));
    }

    /// <summary>The tokens of a text that may have changed; mostly it has not.</summary>
    static List<Token> Again(List<Token> tokens, string before, string after) => ReferenceEquals(before, after) ? tokens : Token.In(after);
}
