using System.Text.RegularExpressions;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Content.Checks;

/// <summary>A contact none of whose sources can be found again, or told its age: nobody could say whether the number still rings where it should.</summary>
static partial class UndatedContacts
{
    internal static IEnumerable<Finding> Find(IEnumerable<Item> items) =>
        from item in items
        where item.Dated is Contact && item.Dated.Sources.All(source => source.Published is null && source.Address is null && !NamesItsYear(source))
        select Finding.Warning(item, "has no source with a month or an address.", "add   published: 2025-12   or   address: \"https://…\"   to a source.");

    /// <summary>“Fergana, 2025”, where nobody knows the month.</summary>
    static bool NamesItsYear(Source source) => source.Name is Argument.Literal name && Year().IsMatch(name.Text);

    [GeneratedRegex("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")]
    private static partial Regex Year();
}
