using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>Words that mean something else, frighten, accuse or take a side. Quoted, they may stand: that is how the other man speaks.</summary>
static class AvoidedWords
{
    internal static IEnumerable<Finding> Find(IEnumerable<Text> texts, IReadOnlyDictionary<Language, LanguageRules> rules) =>
        from text in texts
        let own = Prose.WithoutQuoted(Prose.Typed(text.Value))
        from avoided in rules[text.Language].Avoided
        let found = avoided.FindIn(own)
        where found is not null
        select Finding.Error(text, $"“{found}” is not used here.", $"write “{avoided.Instead}”.");
}
