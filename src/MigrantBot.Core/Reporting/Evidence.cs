using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting;

/// <summary>Numbers that tell what happened and not who: dates, years, hours, articles of a law, sums of money.</summary>
static class Evidence
{
    const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    const int MostDigitsOfSum = 9;

    const string Day = "(?:0?[1-9]|[12][0-9]|3[01])";
    const string Month = "(?:0?[1-9]|1[0-2])";
    const string Year = "(?:19|20)[0-9]{2}";
    const string To = " ?[-–—] ?";
    const string FullDate = $@"(?:{Day}\.{Month}\.{Year}|{Day}/{Month}/{Year}|{Day}-{Month}-{Year}|{Year}-{Month}-{Day}|{Year}\.{Month}\.{Day})";
    const string Date = $@"(?:{FullDate}|{Day}\.{Month}\.[0-9]{{2}}|{Day}/{Month}/[0-9]{{2}})";
    const string MonthOfYear = $@"(?:{Month}[./]{Year}|{Year}[./-]{Month})";
    const string Hour = @"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]";

    static readonly Regex Times = new(
        $@"\A(?:{Date}(?:{To}{Date})?|{Day}\.{Month}{To}{Date}|{MonthOfYear}(?:{To}{MonthOfYear})?|{Year}(?: ?[-–—/ ] ?{Year})+|{Hour}{To}{Hour})\z", Linear);

    static readonly Regex DateApart = new($@"(?:\A| ){FullDate}(?:\z| )", Linear);

    const string Article = @"[0-9]{1,3}(?:\.[0-9]{1,2})?";
    static readonly Regex Articles = new($@"\A{Article}(?:[ –—-]{{1,3}}{Article})+\z", Linear);
    static readonly Regex ArticleBefore = new(@"\b(?:ст|статья|статьи|статей|статьям|статьями|моддаҳои|моддаи|art|article|articles)\.? ?\z", Linear);
    static readonly Regex ArticleAfter = new(@"\A ?-? ?(?:модда|modda|бап|берене|стать|article)", Linear);

    const string Sum = @"[0-9]{1,3}(?:[ .]?[0-9]{3}){0,2}";

    /// <summary>Money in the words of five countries, with their endings; a thousand or a million counts as money too.</summary>
    const string Money =
        @"(?:(?:руб|сум|сўм|сом|тенге|теңге|теньге|доллар|долл|евро|тыс|минг|миң|мың|ҳазор|хазор|млн|миллион|млрд|миллиард"
        + @"|so['‘’ʻʼ`´]?m|sum|tenge|ming|mln|million|mlrd|milliard|rub|dollar|usd|uzs|kgs|kzt|tjs|eur)\p{L}{0,6}\b|р\b|[$€₽₸])";

    static readonly Regex SumOrRange = new($@"\A{Sum}(?:{To}{Sum})?\z", Linear);
    static readonly Regex MoneyBefore = new(@"[$€₽₸] ?\z", Linear);

    static readonly Regex MoneyAfter = new(
        $@"\A(?:,[0-9]{{1,2}})? ?(?:\([^()\n]{{1,60}}\) ?)?(?:{Money}|(?:до|то|to|или|ёки|yoki|дан|dan|ден|дан|тан|ва|va) ?{Sum} ?{Money})", Linear);

    public static bool Is(string number, string before, string after)
    {
        var bare = number.TrimStart(' ', '-', '–', '—').TrimEnd();
        var series = LettersBefore(bare);
        var digits = bare.AsSpan(series..);
        return Times.IsMatch(digits)
            || (Articles.IsMatch(digits) && (ArticleBefore.IsMatch(before) || ArticleAfter.IsMatch(after)))
            || ((series == 0 || bare[series - 1] == ' ') && IsSum(digits) && (MoneyAfter.IsMatch(after) || MoneyBefore.IsMatch(before)));
    }

    /// <summary>The dates with a four-digit year that have blanks around them.</summary>
    public static IEnumerable<(int Start, int End)> DatesIn(string number)
    {
        for (var found = DateApart.Match(number); found.Success;)
        {
            var start = found.Index + (found.Value[0] == ' ' ? 1 : 0);
            var end = found.Index + found.Value.TrimEnd().Length;
            yield return (start, end);
            found = DateApart.Match(number, end);
        }
    }

    static bool IsSum(ReadOnlySpan<char> number) =>
        SumOrRange.IsMatch(number) || (number[0] != '+' && CountDigits(number) <= MostDigitsOfSum);

    /// <summary>A short word before a number belongs to the number only where it is the series of a document.</summary>
    static int LettersBefore(string number)
    {
        var at = 0;
        while (at < number.Length && char.IsLetter(number[at]))
            at++;
        while (at > 0 && at < number.Length && number[at] is ' ' or '№' or '#' or '-')
            at++;
        return at;
    }

    static int CountDigits(ReadOnlySpan<char> number)
    {
        var count = 0;
        foreach (var letter in number)
            if (char.IsAsciiDigit(letter))
                count++;
        return count;
    }
}
