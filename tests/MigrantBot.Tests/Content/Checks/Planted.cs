using MigrantBot.Content;
using MigrantBot.Content.Checks;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Tests.Content.Checks;

/// <summary>Small texts and items with one fault in them, judged by the real rules of <c>languages.yaml</c>.</summary>
static class Planted
{
    public static readonly IReadOnlyDictionary<Language, LanguageRules> Rules = LoadRules();

    public static readonly DateOnly Today = new(2026, 11, 22);

    public static Text Text(string language, string value, string key = "test.text") => new(Language.Find(language)!, key, value, $"{language}/test.yaml", 7);

    public static Text English(string value, string key = "test.text") => Text("en", value, key);

    /// <summary>A case with the words <c>case.test.…</c>.</summary>
    public static Item Case(params (string Name, string Number)[] numbers) => new(
        new CourtCase("test", [Month], new(2026, 11, 21), new(2027, 2, 21)) { Countries = [Country.Uz], Numbers = numbers.ToDictionary(one => one.Name, one => one.Number) },
        "cases.yaml",
        3);

    /// <summary>The words of that case, as theirs.</summary>
    public static IReadOnlyDictionary<string, Dated> Owner(params (string Name, string Number)[] numbers) =>
        Case(numbers) is { Dated: var dated } ? dated.WordKeys.ToDictionary(key => key, _ => dated) : [];

    public static Item Contact(params Source[] sources) => new(new Contact("test", null, ["+7 925 115 50 47"], null, sources, new(2026, 11, 21), new(2027, 2, 21)), "contacts.yaml", 3);

    public static Source Month => new("Fergana", new Argument.Month(2025, 8));

    public static IReadOnlySet<string> Keys(params IEnumerable<Item> items) => items.SelectMany(item => item.Dated.WordKeys).ToHashSet();

    static IReadOnlyDictionary<Language, LanguageRules> LoadRules()
    {
        List<Fault> faults = [];
        var rules = LanguageRulesFile.Load(Repository.Locales, faults);
        Findings.AreNone(faults.Select(fault => fault.ToString()));
        return rules;
    }
}
