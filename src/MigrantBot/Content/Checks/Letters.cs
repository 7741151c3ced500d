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

    /// <summary>Accents that are not part of their letter, and signs that nobody sees.</summary>
    static IEnumerable<Finding> Unseen(Text text) =>
        from sign in text.Value.EnumerateRunes()
        where Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control
            && sign.Value is not (EmojiSign or Joiner or '\n')
        select Finding.Error(text, $"it has a loose or unseen sign, U+{sign.Value:X4}.", "type the word again; a letter with an accent is one sign, such as ӣ.");

    /// <summary>An address on the web: Kun.uz.</summary>
    [GeneratedRegex(@"\b[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|org|net|info|media|news|ru|uz|kz|kg|tj|az)\b")]
    private static partial Regex Address();
}
