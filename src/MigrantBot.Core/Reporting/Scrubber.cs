using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>
/// Masks what could lead to a person and leaves what is evidence. Scrubbing twice gives what scrubbing once gives, because words
/// come back from the preview and are scrubbed again. Known misses: names, and numbers spelt in words.
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
        return new Words(text);
    }

    static string Mask(string text) => Numbers.Mask(Contacts.Mask(text));
}
