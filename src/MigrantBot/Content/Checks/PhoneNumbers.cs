using System.Text.RegularExpressions;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>A telephone number stands in <c>contacts.yaml</c> only: in a sentence it would be translated seven times and corrected once.</summary>
static partial class PhoneNumbers
{
    const string Mend = "put it into   phones:   of contacts.yaml, with its source.";

    internal static IEnumerable<Finding> InTexts(IEnumerable<Text> texts) =>
        from text in texts
        from number in In(Prose.Typed(text.Value))
        select Finding.Error(text, $"the telephone number {number} stands in words.", Mend);

    internal static IEnumerable<Finding> InData(IEnumerable<DataValue> data) =>
        from value in data
        where value is not { File: "contacts.yaml", Field: "phones" } && !value.Value.StartsWith("https://", StringComparison.Ordinal)
        from number in In(value.Value)
        select value.Error($"this is a telephone number: {number}", Mend);

    static IEnumerable<string> In(string text) => Digits().Matches(text).Select(match => match.Value).Where(number => !Harmless().IsMatch(number));

    /// <summary>Seven digits or more, as people part them.</summary>
    [GeneratedRegex(@"(?<![0-9])\+?[0-9](?:[ \u00A0()-]{0,2}[0-9]){6,}(?![0-9])")]
    private static partial Regex Digits();

    /// <summary>Days, spans of years, and money in groups of three.</summary>
    [GeneratedRegex(@"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|(?:19|20)[0-9]{2} ?- ?(?:19|20)[0-9]{2}|[0-9]{1,3}(?:[ \u00A0][0-9]{3})+)$")]
    private static partial Regex Harmless();
}
