using System.Text.RegularExpressions;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Texts;

/// <summary>
/// Which form of a word goes with a number, by the cardinal rules of CLDR. Russian has one, few and many (год, года, лет), English one and
/// other (year, years); our other languages never change a word after a number, so that they have no forms.
/// </summary>
static partial class PluralForms
{
    const int One = 0, Few = 1, Many = 2, Other = 1;

    internal static int CountIn(Language language) => language == Language.Russian ? 3 : language == Language.English ? 2 : 0;

    /// <summary>The form that fits the last number of <paramref name="number"/> (“4–5” is read as five); without any number, the last form.</summary>
    internal static string Pick(Language language, string number, IReadOnlyList<string> forms) =>
        Number().Matches(number) is [.., var last]
            ? forms[Math.Min(Index(language, Group().Replace(last.Groups["whole"].Value, ""), last.Groups["part"].Success), forms.Count - 1)]
            : forms[^1];

    static int Index(Language language, string whole, bool hasPart) =>
        language == Language.Russian ? Russian(whole, hasPart) : !hasPart && whole.TrimStart('0') == "1" ? One : Other;

    /// <summary>“1,5 года”: what CLDR calls other is in Russian written as few is.</summary>
    static int Russian(string whole, bool hasPart)
    {
        if (hasPart)
            return Few;
        var (tens, ones) = (whole.Length > 1 ? whole[^2] : '0', whole[^1]);
        return (tens, ones) switch
        {
            ('1', _) => Many,
            (_, '1') => One,
            (_, >= '2' and <= '4') => Few,
            _ => Many,
        };
    }

    [GeneratedRegex(@"(?<whole>[0-9]+(?:[ \u00A0\u202F][0-9]{3})*)(?<part>[.,][0-9]+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"[ \u00A0\u202F]")]
    private static partial Regex Group();
}
