using System.Buffers;
using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>Numbers that are too short for <see cref="Numbers"/> and lead to one person all the same: plates of cars, series of passports.</summary>
static class Papers
{
    const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    const int Sight = 40;
    const int FewestDigits = 3;

    const string Ru = "[АВЕКМНОРСТУХABEKMHOPCTYX]";
    const string RuSmall = "[авекмнорстухabekmhopctyx]";
    const string Any = "[A-ZА-Я]";

    static readonly Regex Plates = new(
        string.Join('|',
            $@"\b{Ru} ?[0-9]{{3}} ?{Ru}{{2}}[ -]?[0-9]{{2,3}}\b",
            $@"\b{RuSmall}[0-9]{{3}}{RuSmall}{{2}} ?[0-9]{{2,3}}\b",
            $@"\b[0-9]{{2}} ?{Any} ?[0-9]{{3}} ?{Any}{{2}}\b",
            $@"\b[0-9]{{2}} ?[0-9]{{3}} ?{Any}{{3}}\b",
            @"\b[0-9]{2}(?:[a-z][0-9]{3}[a-z]{2}|[0-9]{3}[a-z]{3})\b",
            $@"\b[0-9]{{3}} ?{Any}{{3}} ?[0-9]{{2}}\b",
            @"\b[0-9]{3}[a-z]{3}[0-9]{2}\b",
            $@"\b[0-9]{{2}} ?KG ?[0-9]{{3}} ?{Any}{{2,3}}\b",
            $@"\b[0-9]{{4}} ?{Any}{{2}} ?[0-9]{{2}}\b"),
        Linear);

    static readonly SearchValues<char> DigitsAndBlank = SearchValues.Create(" 0123456789");

    static readonly Regex Year = new(@"\A(?:19|20)[0-9]{2} ", Linear);

    static readonly Regex Series = new(
        @"\b(?:сери[яиюей]{1,2}|сериас[иы]|сериянын|seriya(?:si)?|series)[ :№]{1,3}(?:[0-9]{2} ?[0-9]{2}|[a-zа-я]{2})\b", Linear);

    /// <summary>Words that mean a car, and the cars that the roads are full of: beside them any mix of the right length is a plate.</summary>
    static readonly Regex CarBefore = new(
        @"(?:\b(?:машин|мошин|тачк|автомоб|унаа|көлік|приор|матиз|камри|опел|фит|нексия|кобальт|жентра|спарк|ласетти|тико|дамас|гранта|веста|жигул|газел|тойот|хонда|хюнд|мерс|солярис|логан|форд|фольц|шкода"
        + @"|mashina|moshina|prior|matiz|kamri|camry|opel|nexia|neksiya|kobalt|cobalt|gentra|jentra|spark|lasetti|lacetti|tiko|damas|gazel|toyota|hyundai|mers|plate)\p{L}{0,8}\b|\b(?:лада|нива|уаз|ваз|киа|бмв|ауди|рио|поло|lada|kia|bmw|audi|car)(?:\p{L}{2})?\b)[^\n.!?]{0,20}\z", Linear);

    const string Sign = "[0-9oоззlіiбвчsz]";
    static readonly Regex LoosePlate = new(
        string.Join('|',
            $@"\b\p{{L}} ?{Sign}{{3}} ?\p{{L}}{{2}} ?{Sign}{{2,3}}\b",
            $@"\b{Sign}{{2}} ?(?:\p{{L}}|kg) ?{Sign}{{3}} ?\p{{L}}{{2,3}}\b",
            $@"\b{Sign}{{2,4}} ?\p{{L}}{{2,3}} ?{Sign}{{2,3}}\b"),
        Linear);

    public static string Mask(string text)
    {
        var lower = Lookalikes.Lowered(text);
        var masked = new SortedSet<(int Start, int End)>();
        foreach (var plate in Plates.EnumerateMatches(text))
            if (!CountsSomething(lower.AsSpan(plate.Index, plate.Length)))
                masked.Add((plate.Index, plate.Index + plate.Length));
        foreach (var series in Series.EnumerateMatches(lower))
            if (series.Index + WordLength(lower.AsSpan(series.Index)) is var start && !char.IsLower(text[start]))
                masked.Add((start, series.Index + series.Length));
        foreach (var plate in LoosePlate.EnumerateMatches(lower))
            if (IsLoosePlate(lower.AsSpan(plate.Index, plate.Length)) && CarBefore.IsMatch(lower.AsSpan(Math.Max(0, plate.Index - Sight)..plate.Index)))
                masked.Add((plate.Index, plate.Index + plate.Length));
        return Spans.Replace(text, Spans.Apart(masked), Scrubber.NumberMask);
    }

    static bool IsLoosePlate(ReadOnlySpan<char> plate)
    {
        var digits = 0;
        foreach (var letter in plate)
            digits += char.IsAsciiDigit(letter) ? 1 : 0;
        return digits >= FewestDigits && !CountsSomething(plate);
    }

    /// <summary>"15 000 СУМ" has the shape of a plate, and so has a year before an abbreviation.</summary>
    static bool CountsSomething(ReadOnlySpan<char> plate)
    {
        var letters = plate.IndexOfAnyExcept(DigitsAndBlank);
        return Evidence.CountsAfter(plate[letters..]) || Year.IsMatch(plate);
    }

    /// <summary>The word "series" and what divides it from the series itself.</summary>
    static int WordLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (char.IsLetter(text[at]))
            at++;
        while (text[at] is ' ' or ':' or '№')
            at++;
        return at;
    }
}
