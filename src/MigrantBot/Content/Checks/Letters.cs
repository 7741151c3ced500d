using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>
/// Words in letters that the language does not have. Russian may stand in quotation marks and in brackets of any language, since the paper
/// before the reader is Russian; names may stand anywhere: those of things on a phone, and of newspapers as the source line prints them.
/// </summary>
static partial class Letters
{
    const int MostShown = 4;
    const char Joiner = '\u200D';
    const char EmojiSign = '\uFE0F';
    const char KeyCap = '\u20E3';
    const char BrailleBlank = '\u2800';
    const char LostLetter = '\uFFFD';

    internal static IEnumerable<Finding> Find(IEnumerable<Text> texts, IReadOnlyDictionary<Language, LanguageRules> rules, IEnumerable<Dated> items)
    {
        var newspapers = items.SelectMany(item => item.Sources).Select(source => source.Name).OfType<Argument.Literal>()
            .SelectMany(name => Prose.Words(name.Text)).Where(word => char.IsUpper(word[0])).ToHashSet();
        return texts.SelectMany(text => Strangers(text, rules, newspapers).Concat(Unseen(text)));
    }

    static IEnumerable<Finding> Strangers(Text text, IReadOnlyDictionary<Language, LanguageRules> rules, HashSet<string> newspapers)
    {
        var (own, russian) = (rules[text.Language], rules[Language.Russian].Alphabet);
        var alphabet = text.Key.EndsWith(".sound", StringComparison.Ordinal) ? own.Sound : own.Alphabet;
        var typed = Address().Replace(Prose.Typed(text.Value), " ");
        var strangers = Prose.Words(Prose.WithoutQuoted(typed)).Where(word => !IsName(word) && !alphabet.Spells(word))
            .Concat(Prose.Quoted(typed).SelectMany(Prose.Words).Where(word => !IsName(word) && !alphabet.Spells(word) && !russian.Spells(word)))
            .Where(word => !MixedScripts.Mixes(word)).Distinct().ToList();
        if (strangers.Count > 0)
            yield return Finding.Error(
                text,
                $"not in the letters of {text.Language.Code}: {string.Join(", ", strangers.Take(MostShown).Select(word => $"{word} ({alphabet.Stranger(word)})"))}{(strangers.Count > MostShown ? ", …" : ".")}",
                $"write it with the letters of {text.Language.Code}; Russian words stand in « » or ( ); a name goes to   names:   of {LanguageRulesFile.Name}.");

        // A name stands alone or with an ending of the language: Enterni.
        bool IsName(string word) => newspapers.Contains(word)
            || own.Names.Any(name => word.StartsWith(name, StringComparison.Ordinal) && (word.Length == name.Length || own.Alphabet.Spells(word[name.Length..])));
    }

    /// <summary>Accents that are not part of their letter, signs that nobody sees, and letters and digits that only look like them.</summary>
    static IEnumerable<Finding> Unseen(Text text)
    {
        var before = new Rune(' ');
        foreach (var sign in text.Value.EnumerateRunes())
        {
            if (IsOdd(sign, before))
                yield return Finding.Error(text, $"it has a loose or unseen sign, U+{sign.Value:X4}.", "type the word again; a letter with an accent is one sign, such as ӣ, and a digit is one of 0-9.");
            before = sign;
        }
    }

    static bool IsOdd(Rune sign, Rune before) => sign.Value switch
    {
        '\n' or ' ' or '\u00A0' or '\u202F' or KeyCap => false,
        // They join and colour pictures; inside a word they hide in it.
        Joiner or EmojiSign => Rune.IsLetter(before),
        BrailleBlank or LostLetter => true,
        > char.MaxValue when Rune.IsLetterOrDigit(sign) => true,
        _ => Rune.GetUnicodeCategory(sign) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark => true,
            UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse => true,
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
            UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
            UnicodeCategory.DecimalDigitNumber => sign.Value is < '0' or > '9',
            _ => false,
        },
    };

    /// <summary>An address on the web: Kun.uz.</summary>
    [GeneratedRegex(@"\b[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|org|net|info|media|news|ru|uz|kz|kg|tj|az)\b")]
    private static partial Regex Address();
}
