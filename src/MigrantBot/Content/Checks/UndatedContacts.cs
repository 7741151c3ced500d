using MigrantBot.Core.Awareness;

namespace MigrantBot.Content.Checks;

/// <summary>A contact none of whose sources can be found again, or told its age: nobody could say whether the number still rings where it should.</summary>
static class UndatedContacts
{
    internal static IEnumerable<Finding> Find(IEnumerable<Item> items) =>
        from item in items
        where item.Dated is Contact && item.Dated.Sources.All(source => source.Published is null && source.Address is null)
        select Finding.Warning(item, "has no source with a month or an address.", "add   published: 2025-12   or   address: \"https://…\"   to a source.");
}
