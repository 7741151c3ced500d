using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>Every check there is, one line each. What is missing or cannot be read has been found by loading.</summary>
static class AllChecks
{
    internal static IReadOnlyList<Finding> Find(Locales locales, DateOnly today)
    {
        var (texts, items, data, rules) = (locales.Texts, locales.Items, locales.Data, locales.Rules);
        var keys = KeysOf(items);
        var keysOfItems = keys.Keys.ToHashSet();
        return
        [
            .. locales.Faults.Select(fault => new Finding(fault, IsError: true)),
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
            // Without the rules of every language, which is an error of its own, these have nothing to judge by.
            .. rules.Count < Language.All.Length ? [] : ByRules(texts, data, rules, keys),
        ];
    }

    static IEnumerable<Finding> ByRules(
        IReadOnlyList<Text> texts, IReadOnlyList<DataValue> data, IReadOnlyDictionary<Language, LanguageRules> rules, Dictionary<string, Item> keys) =>
    [
        .. Length.Find(texts, rules, keys),
        .. Letters.Find(texts.Concat(RussianOf(data)), rules),
        .. Punctuation.Find(texts, rules),
        .. AvoidedWords.Find(texts, rules),
    ];

    /// <summary>The Russian sentences of the data are words of Russian like any other.</summary>
    static IEnumerable<Text> RussianOf(IEnumerable<DataValue> data) =>
        data.Where(value => value.Field == "russian").Select(value => new Text(Language.Russian, $"{value.Id}.russian", value.Value, value.File, value.Line));

    static Dictionary<string, Item> KeysOf(IEnumerable<Item> items)
    {
        var keys = new Dictionary<string, Item>();
        foreach (var item in items)
            foreach (var key in item.Dated.WordKeys)
                keys.TryAdd(key, item);
        return keys;
    }
}
