using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>Numbers that tell what happened and not who: dates, years, hours, articles of a law, sums of money. It reads small letters only.</summary>
static class Evidence
{
    const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    const int MostDigitsOfSum = 9;

    const string Day = "(?:0?[1-9]|[12][0-9]|3[01])";
    const string Month = "(?:0?[1-9]|1[0-2])";
    const string Year = "(?:19|20)[0-9]{2}";
    const string To = " ?[-–—] ?";
    const string FullDate = $@"(?:{Day}\. ?{Month}\. ?{Year}|{Day}/{Month}/{Year}|{Day}-{Month}-{Year}|{Year}-{Month}-{Day}|{Year}\.{Month}\.{Day})";
    const string Date = $@"(?:{FullDate}|{Day}\.{Month}\.[0-9]{{2}}|{Day}/{Month}/[0-9]{{2}})";
    const string DayAndMonth = $@"{Day}\.{Month}";
    const string MonthOfYear = $@"(?:{Month}[./]{Year}|{Year}[./-]{Month})";
    const string Hour = @"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]";

    static readonly Regex Times = new(
        string.Join('|',
            $@"\A(?:{Date}(?:{To}{Date})?",
            $@"(?:{Day}|{DayAndMonth}){To}{Date}",
            $@"{DayAndMonth}(?:{To}| ){DayAndMonth}",
            $@"(?:{DayAndMonth}|{Day} {Month}) {Year}",
            $@"(?:{Date}|{DayAndMonth}) {Hour}(?:{To}{Hour})?",
            $@"{MonthOfYear}(?:{To}{MonthOfYear})?",
            $@"{Year}(?: ?[-–—/ ] ?{Year})+",
            $@"{Hour}(?:{To}| ){Hour}",
            $@"{Day}(?:янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|yan|fev|iyn|iyl|avg|sen|okt|noy|dek){Year})\z"),
        Linear);

    static readonly Regex DateApart = new($@"(?:\A| ){FullDate}(?:\z| )", Linear);

    const string Article = @"[0-9]{1,3}(?:\.[0-9]{1,2})?";
    static readonly Regex Articles = new($@"\A{Article}(?:[ –—-]{{1,3}}{Article})+\z", Linear);

    static readonly Regex ArticleBefore = new(
        @"\b(?:ст|ч|п|статья|статьи|статей|статьям|статьями|моддаҳои|моддаи|art|article|articles|ук|коап|жк|қк|кк|jk)(?:\.| рф)? ?\z", Linear);

    static readonly Regex ArticleAfter = new(@"\A ?-? ?(?:модда|modda|бап|берене|стать|article)", Linear);

    const string Sum = @"(?:[0-9]{1,3}(?:[ .]?[0-9]{3}){0,2}|[0-9]{1,3}(?:[ .][0-9]{3}){2}[ .]000)";

    /// <summary>Money in the words of five countries, with their endings; a thousand or a million counts as money too.</summary>
    const string Money =
        @"(?:(?:руб|сум|сўм|сом|тенге|теңге|теньге|доллар|долл|евро|тыс|минг|миң|мың|ҳазор|хазор|млн|миллион|млрд|миллиард|бакс|юан"
        + @"|so['‘’ʻʼ`´]?m|sum|tenge|ming|mln|million|mlrd|milliard|rub|dollar|usd|uzs|kgs|kzt|tjs|eur|thousand)\p{L}{0,6}\b|(?:р|тг|т\.р|тр)\b|[$€₽₸])";

    /// <summary>What else is counted: people, days, ways.</summary>
    const string Counted =
        @"(?:(?:человек|чел|люд|солдат|лет|год|дней|сут|час|минут|киши|кши|кісі|адам|одам|нафар|йил|йош|ёш|сол|соат|рӯз|руз|кун|күн|жыл|жаш|жас|саат|сағат"
        + @"|ой|ай|моҳ|моx|бола|фарзанд|кас|дона|oy|bola|farzand|янв|фев|март|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|қантар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан|yanv|fevr|mart|apr|may|iyun|iyul|avg|sent|okt|noya|dek|jan|feb|jun|jul|aug|sep|oct|nov|dec|odam|kishi|nafar|yil|yosh|soat|kun|people|child|month|soldier|year|day|hour|км|метр|km|килом)\p{L}{0,6}\b)";

    static readonly Regex Range = new($@"\A{Sum}{To}{Sum}\z", Linear);
    /// <summary>Thousands apart and a whole thousand: nobody writes a phone like that.</summary>
    static readonly Regex WholeThousands = new(@"\A[1-9][0-9]{0,2}(?:[ .][0-9]{3})?[ .]000\z", Linear);

    static readonly Regex Pressure = new(@"\A[0-9]{2,3}/[0-9]{2,3}\z", Linear);
    static readonly Regex PressureBefore = new(@"\b(?:давлен|босим|қан басым|қысым|фишор|bosim|pressure)\p{L}{0,5}[ :]{1,2}\z", Linear);
    static readonly Regex MoneyBefore = new(@"[$€₽₸] ?\z", Linear);

    static readonly Regex MoneyAfter = new(
        $@"\A(?:,[0-9]{{1,2}})? ?(?:\([^()\n]{{1,60}}\) ?)?(?:{Money}|(?:до|то|to|или|ёки|yoki|дан|dan|ден|дан|тан|ва|va) ?{Sum} ?{Money})", Linear);

    static readonly Regex SumAlone = new($@"\A{Sum}\z", Linear);
    static readonly Regex Round = new(@"\A[1-9][0-9]{0,2}(?:[ .]?[0-9]{3})?[ .]?[0-9]00\z", Linear);

    /// <summary>Pay, debt, fine, promise: a round number after one of them is money although nobody says so.</summary>
    static readonly Regex PayBefore = new(
        @"\b(?:зарплат|оклад|обеща|заплат|плати|долг|штраф|сумм|выплат|получ|перев[её]|маош|ойлик|пул|қарз|карыз|жарима|айлык|акча|ақша|айлық|жалақы|маблағ|музд|ваъда|pul|maosh|oylik|qarz|jarima|va.da|salary|paid|pay|promis)\p{L}{0,8}[ :–—-]{1,3}(?:\p{L}{1,8} ){0,2}\z", Linear);

    static readonly Regex Counts = new($@"\A ?-?(?:{Money}|{Counted})", Linear);

    public static bool Is(string number, string before, string after)
    {
        var bare = number.TrimStart(' ', '-', '–', '—').TrimEnd();
        var series = LettersBefore(bare);
        var digits = bare.AsSpan(series..);
        return Times.IsMatch(digits)
            || (Articles.IsMatch(digits) && (ArticleBefore.IsMatch(before) || ArticleAfter.IsMatch(after)))
            || ((series == 0 || bare[series - 1] == ' ') && IsSum(digits) && (MoneyAfter.IsMatch(after) || MoneyBefore.IsMatch(before)))
            || (series == 0 && WholeThousands.IsMatch(digits))
            || (Pressure.IsMatch(digits) && PressureBefore.IsMatch(before))
            || (series == 0 && Round.IsMatch(digits) && (PayBefore.IsMatch(before) || CountsAfter(after)));
    }

    /// <summary>What follows a number says that it counts money, people or time.</summary>
    public static bool CountsAfter(ReadOnlySpan<char> after) => Counts.IsMatch(after);

    /// <summary>Where a sum begins that was written right behind a whole phone or card.</summary>
    public static int? SumAtEnd(string number)
    {
        if (!Phones.IsPhoneOrCard(number))
            for (var at = number.IndexOf(' ', StringComparison.Ordinal); at > 0; at = number.IndexOf(' ', at + 1))
                if (Phones.IsPhoneOrCard(number.AsSpan(0, at)) && SumAlone.IsMatch(number.AsSpan(at + 1)))
                    return at;
        return null;
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
        SumAlone.IsMatch(number) || Range.IsMatch(number) || (number[0] != '+' && CountDigits(number) <= MostDigitsOfSum);

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
