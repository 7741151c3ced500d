using System.Text.RegularExpressions;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>A telephone number stands in <c>contacts.yaml</c> only: in a sentence it would be translated seven times and corrected once.</summary>
static partial class PhoneNumbers
{
    const string Mend = "put it into   phones:   or   site:   of contacts.yaml, with its source.";

    internal static IEnumerable<Finding> InTexts(IEnumerable<Text> texts) =>
        from text in texts
        let typed = Prose.Typed(text.Value)
        from problem in In(typed).Select(number => $"the telephone number {number} stands in words.")
            .Concat(Account().Matches(typed).Select(match => $"an address to write to stands in words: {match.Value}"))
        select Finding.Error(text, problem, Mend);

    internal static IEnumerable<Finding> InData(IEnumerable<DataValue> data) =>
        from value in data
        where value is not { File: "contacts.yaml", Field: "phones" } && !value.Value.StartsWith("https://", StringComparison.Ordinal)
        from number in In(value.Value)
        select value.Error($"this is a telephone number: {number}", Mend);

    static IEnumerable<string> In(string text) => Digits().Matches(KeyCap().Replace(text, "")).Select(match => match.Value).Where(number => !Harmless().IsMatch(number));

    /// <summary>Seven digits or more, as people part them.</summary>
    [GeneratedRegex(@"(?<![0-9])\+?[0-9](?:[ \u00A0\u2000-\u200B\u202F()./_·•−\u2010-\u2015-]{0,3}[0-9]){6,}(?![0-9])")]
    private static partial Regex Digits();

    /// <summary>Days, spans of months or years, and money in groups of three.</summary>
    [GeneratedRegex(@"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|(?:[0-9]{2}\.)?(?:19|20)[0-9]{2} ?[-–—] ?(?:[0-9]{2}\.)?(?:19|20)[0-9]{2}|[0-9]{1,3}(?:[ \u00A0\u202F][0-9]{3})+(?: ?[-–—] ?[0-9]{1,3}(?:[ \u00A0\u202F][0-9]{3})+)?)\z")]
    private static partial Regex Harmless();

    /// <summary>Pages, e-mail, and names on Telegram or WhatsApp: a stranger may stand behind them tomorrow.</summary>
    [GeneratedRegex(@"https?://\S*|\b(?:t|wa)\.me/\S*|[\w.+-]*@[\w.-]{3,}", RegexOptions.IgnoreCase)]
    private static partial Regex Account();

    [GeneratedRegex("\uFE0F?\u20E3")]
    private static partial Regex KeyCap();
}
