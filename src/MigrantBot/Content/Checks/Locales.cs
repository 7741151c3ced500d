using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>All that stands in <c>locales/</c>, as far as it could be read; <paramref name="Faults"/> tells what could not. <paramref name="Items"/> have their numbers as written, the catalogue has links followed.</summary>
sealed record Locales(
    IReadOnlyList<Text> Texts,
    Catalogue Catalogue,
    IReadOnlyList<Item> Items,
    IReadOnlyList<DataValue> Data,
    IReadOnlyDictionary<Language, LanguageRules> Rules,
    IReadOnlyList<Fault> Faults)
{
    /// <summary>Files beside those that are read.</summary>
    public IReadOnlyList<Finding> Unread { get; init; } = [];

    internal static Locales Load(string folder)
    {
        List<Fault> faults = [];
        List<Item> items = [];
        var texts = WordingFiles.Read(folder, faults);
        var catalogue = CatalogueFiles.Load(folder, new Wording(texts), faults, items);
        RecordingFiles.Find(folder, Edition.Readable(catalogue), faults);
        var rules = LanguageRulesFile.Load(folder, faults);
        var data = DataValue.ReadAll(folder, faults);
        return new(texts, catalogue, items, data, rules, faults) { Unread = [.. UnreadFiles.Find(folder)] };
    }
}
