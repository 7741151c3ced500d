using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>What the form of a word says about a name, whichever the name is. It reads folded words.</summary>
static class NameForms
{
    const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>What Uzbek, Tajik, Kyrgyz and Kazakh hang on to a name: of, to, from, with, and others.</summary>
    const string Turkic =
        "(?:лар|лер|дар|дер|тар|тер)?(?:ни|нинг|нин|нын|ны|дин|дын|ди|ды|тин|тын|ти|ты|га|ге|ка|ке|да|де|та|те|дан|ден|тан|тен|нан|нен|ро|мен|бен|пен|менен|ман|и|ам|миз|гача|ники)?";

    const string TurkicLatin = "(?:lar)?(?:ni|ning|ga|ka|da|dan|man|miz|gacha|niki|cha)?";

    static readonly Regex Surname = new(
        @"\A(?:\p{L}{2,}(?:ов|ев)(?:а|у|ым|ом|е|ой|ы|ых|ыми)?" + Turkic + @"|\p{L}{3,}зода" + Turkic + @"|\p{L}{2,}(?:ov|ev)(?:a|ich)?" + TurkicLatin + @"|\p{L}{3,}zoda" + TurkicLatin + @")\z", Linear);

    static readonly Regex Weak = new(@"\A(?:\p{L}{3,}(?:ин|ын)(?:а|у|ым|е|ой|ы|ых)?|\p{L}{3,}(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую)|\p{L}{3,}(?:ко|чук|юк|ян|дзе|швили)|\p{L}{3,}(?:in|ina|skiy|sky|skaya|ko|yan))\z", Linear);

    static readonly Regex Patronymic = new(
        @"\A(?:\p{L}{2,}(?:ович|евич)(?:а|у|ем|ом|е|и|ей)?" + Turkic + @"|\p{L}{2,}(?:овн|евн)(?:а|ы|е|у|ой|ою)" + Turkic
        + @"|\p{L}{2,}(?:ovich|evich|ovna|evna)" + TurkicLatin + @"|(?:иль|никит|лук)ич(?:а|у|ем|е)?|\p{L}{3,}(?:угли|оглы|огли|улы|уулу|кызы|кизи|ogli|ugli|qizi|kizi)" + Turkic + TurkicLatin + @")\z", Linear);

    /// <summary>Son of, daughter of, as words of their own.</summary>
    static readonly Regex Child = new(
        @"\A(?:угли|огли|оглы|углы|кызы|кизи|улы|уулу|ogli|ugli|qizi|kizi|kyzy|uulu|uly)(?:ни|нинг|нын|нин|ga|га|ning|ni|дан|dan|ман|man|мын|мин|нан)?\z", Linear);

    /// <summary>Parts at the end of given names of Central Asia.</summary>
    static readonly Regex Made = new(
        @"\A\p{L}{2,}(?:(?:бек|жон|жан|улло|улла|уддин|иддин|мурод|мурат|мирзо|шер|нисо)" + Turkic + "(?:а|у|ом|е)?|(?:bek|jon|ulla|ulloh|uddin|iddin|murod|mirzo|sher|niso)" + TurkicLatin + @")\z", Linear);

    static readonly Regex Nominative = new(
        @"\A\p{L}{2,}(?:ов|ев|ова|ева|ович|евич|овна|евна|зода|бек|жон|жан|улло|улла|уддин|иддин|мурод|мурат|ov|ev|ova|eva|ovich|evich|ovna|evna|zoda|bek|jon|ulla|ulloh|uddin|iddin|murod)(?:ман|man|мин|мын|мун|бин|пин|ам)?\z", Linear);

    /// <summary>"In" a place, "from" it, "I am from" it: nobody is said to be in a person.</summary>
    static readonly Regex Where = new(
        @"\A\p{L}{3,}(?:[^аеёиоуыэюя][дт][ае]|яда|[дт][ае][нл]?(?:ман|мин|мын|миз|мис|м)|[^aeiou]da|yada|da(?:n|gi)?man|damiz|lik(?:man)?|лик(?:ман)?|лук(?:ман)?|лык|дык|дик)\z", Linear);

    static readonly Regex Ending = new(@"\A(?:а|у|ом|ем|е|я|ю|ой|ей|" + Turkic + "|" + TurkicLatin + @"|s)\z", Linear);

    public static bool IsSurname(string fold) => Surname.IsMatch(fold);

    /// <summary>A form that other words have as well.</summary>
    public static bool MayBeSurname(string fold) => Weak.IsMatch(fold);

    public static bool IsPatronymic(string fold) => Patronymic.IsMatch(fold);

    /// <summary>A given name by its parts, or a known one with or without an ending.</summary>
    public static bool IsGiven(string fold)
    {
        if (NotNames.Is(fold))
            return false;
        for (var length = fold.Length; length >= 4; length--)
            if (GivenNames.Has(fold.AsSpan(0, length)) && Ending.IsMatch(fold.AsSpan(length)))
                return true;
        return Made.IsMatch(fold);
    }

    public static bool IsWhere(string fold) => Where.IsMatch(fold);

    /// <summary>A name as it is told by its bearer: without an ending, or with "am".</summary>
    public static bool IsNominative(string fold) => GivenNames.Has(fold) || Nominative.IsMatch(fold);

    public static bool IsChildOf(string fold) => Child.IsMatch(fold);
}
