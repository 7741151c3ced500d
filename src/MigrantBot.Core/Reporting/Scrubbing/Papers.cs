using System.Buffers;
using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>Numbers that are too short for <see cref="Numbers"/> and lead to one person all the same: plates of cars, series of passports, a flat.</summary>
static class Papers
{
    const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    const int Sight = 90;

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

    const string Flat = @"(?:кв|кв-ра|квартир\p{L}{0,2}|хонадон\p{L}{0,2}|хона\p{L}{0,2}|xonadon\p{L}{0,2}|xona|пәтер|патер|батир|ҳуҷра\p{L}{0,2}|комн?|комнат\p{L}{0,2}|apt|apartment|flat|room)";
    const string House = @"(?:д|дом\p{L}{0,2}|уй|uy|үй|хона\p{L}{0,2}|хонаи|house|building|bino)";

    static readonly Regex Dwelling = new(
        string.Join('|',
            $@"\b{House}[. №#-]{{0,3}}[0-9]{{1,4}}[a-zа-я]?(?:[/-][0-9a-zа-я]{{1,3}})?[ ,.]{{1,3}}(?:\p{{L}}{{2,8}}[. ]{{1,2}}[0-9]{{1,3}}[ ,.]{{1,3}}){{0,2}}{Flat}[. №#-]{{0,3}}[0-9]{{1,4}}\b",
            $@"\b[0-9]{{1,4}}[a-zа-я]?(?:/[0-9a-zа-я]{{1,3}})?[ -]{{0,2}}{House}?[ ,.]{{1,3}}(?:{Flat}[. №#-]{{0,3}}[0-9]{{1,4}}|[0-9]{{1,4}}[ -]{{0,2}}{Flat})\b"),
        Linear);

    /// <summary>Without a street the numbers lead nowhere, and stay: they may say where somebody was held.</summary>
    static readonly Regex StreetBefore = new(
        @"\b(?:ул|улиц\p{L}{1,2}|пр|просп|проспект\p{L}{0,2}|пер|переул\p{L}{1,4}|мкр|микрорайон\p{L}{0,2}|бульвар\p{L}{0,2}|шоссе|квартал\p{L}{0,2}|массив\p{L}{0,3}|проезд\p{L}{0,2}|тупик|кўча\p{L}{0,4}|куча\p{L}{0,4}|ko.cha\p{L}{0,3}|mavze\p{L}{0,3}|мавзе\p{L}{0,3}|daha\p{L}{0,3}|даҳа\p{L}{0,3}"
        + @"|mahalla\p{L}{0,3}|маҳалла\p{L}{0,3}|махалла\p{L}{0,3}|көчө\p{L}{0,4}|көше\p{L}{0,3}|street|avenue|st)\b[^\n]{0,60}\z", Linear);

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
        foreach (var flat in Dwelling.EnumerateMatches(lower))
            if (StreetBefore.IsMatch(lower.AsSpan(Math.Max(0, flat.Index - Sight)..flat.Index)))
                masked.Add((flat.Index, flat.Index + flat.Length));
        return Spans.Replace(text, Spans.Apart(masked), Scrubber.NumberMask);
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
