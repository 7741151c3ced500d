using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>Every check there is, one line each. What is missing or cannot be read has been found by loading.</summary>
static class AllChecks
{
    internal static IReadOnlyList<Finding> Find(Locales locales, DateOnly today)
    {
        var (texts, items, data, rules) = (locales.Texts, locales.Items, locales.Data, locales.Rules);
        var owners = Owners(locales.Catalogue);
        var keysOfItems = owners.Keys.ToHashSet();
        return
        [
            .. locales.Faults.Select(fault => new Finding(fault, IsError: true)),
            // Where something could not be read, its words are no orphans.
            .. locales.Faults.Count > 0 ? [] : Orphans.Find(texts, keysOfItems, locales.Catalogue),
            .. TypedNumbers.InItems(texts, keysOfItems),
            .. TypedNumbers.ThatDiffer(texts, keysOfItems),
            .. UnusedNumbers.Find(items, texts),
            .. PhoneNumbers.InTexts(texts),
            .. PhoneNumbers.InData(data),
            .. MixedScripts.InTexts(texts),
            .. MixedScripts.InData(data),
            .. Untranslated.Find(texts),
            .. Age.Find(items, today),
            .. UndatedContacts.Find(items),
            .. Ranges.Find(items, locales.Catalogue),
            .. AnswerLength.Find(texts, locales.Catalogue),
            // An item that could not be read is not also missing.
            .. locales.Unread,
            .. Screens.Find(locales),
            // Without the rules of every language, which is an error of its own, these have nothing to judge by.
            .. rules.Count < Language.All.Length ? [] : ByRules(texts, data, rules, owners),
        ];
    }

    static IEnumerable<Finding> ByRules(
        IReadOnlyList<Text> texts, IReadOnlyList<DataValue> data, IReadOnlyDictionary<Language, LanguageRules> rules, Dictionary<string, Dated> owners) =>
    [
        .. Length.Find(texts, rules, owners),
        .. CountedWords.Find(texts, rules, owners),
        .. CountedWords.InDisorder(texts, rules),
        .. Letters.Find(texts.Concat(RussianOf(data)), rules, owners.Values),
        .. Punctuation.Find(texts, rules),
        .. AvoidedWords.Find(texts, rules),
    ];

    /// <summary>The Russian sentences of the data are words of Russian like any other.</summary>
    static IEnumerable<Text> RussianOf(IEnumerable<DataValue> data) =>
        data.Where(value => value.Field == "russian").Select(value => new Text(Language.Russian, $"{value.Id}.russian", value.Value, value.File, value.Line));

    /// <summary>What each key says words of.</summary>
    static Dictionary<string, Dated> Owners(Catalogue catalogue)
    {
        var owners = new Dictionary<string, Dated>();
        foreach (var dated in catalogue.All.Concat(catalogue.Answers))
            foreach (var key in dated.WordKeys)
                owners.TryAdd(key, dated);
        return owners;
    }
}
