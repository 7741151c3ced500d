using System.Buffers;
using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>
/// Masks house and flat of an address and leaves the street: where something happened is evidence, at whose door is not. Without a street the numbers
/// lead nowhere, and stay: they may say where somebody was held. It reads folded text.
/// </summary>
static class Dwellings
{
    const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    const int Sight = 80;

    const string House = @"(?:д|дом\p{L}{0,2}|уй|уи|uy|хона|хонаи|dom|house|bino|бино\p{L}{0,2})";
    const string Part = @"(?:к|корп|корпус|korp|korpus|стр|строение|podezd|подъезд|подезд|этаж|etaj|qavat|кават|эшик|блок|секция|литера)";
    const string Flat = @"(?:кв|кв-р|кв-ра|квартира|квартираи|квартире|квартиры|kv|kvartira|хонадон|xonadon|xona|патер|батир|хучра|хучраи|ком|комн|комната|комнате|apt|apartment|flat|room)";
    const string Number = "(?:[0-9]{1,4}(?: ?[а-яa-z]\\b)?(?:[/-][0-9а-яa-z]{1,3})?)";
    const string Item = $@"(?:(?:{House}|{Part}|{Flat})[. №#:-]{{0,3}}{Number}|{Number}[ -]{{0,2}}(?:{House}|{Part}|{Flat})\p{{L}}{{0,6}}\b)";

    const int WidestGap = 3;
    static readonly SearchValues<char> Between = SearchValues.Create(" ,.;");

    static readonly Regex Items = new($@"\b{Item}", Linear);
    static readonly Regex NumberBefore = new($@"\b{Number}[ ,.;]{{1,3}}\z", Linear);
    static readonly Regex WithFlat = new($@"(?:\A|[^\p{{L}}]){Flat}(?:\p{{L}}{{0,6}}\z|[^\p{{L}}])", Linear);
    static readonly Regex Two = new(@"[0-9][^0-9]+[0-9]", Linear);

    const string StreetWord =
        @"(?:ул|улиц\p{L}{1,2}|пр|просп|проспект\p{L}{0,2}|пер|переул\p{L}{1,4}|мкр|микрорайон\p{L}{0,2}|бульвар\p{L}{0,2}|шоссе|квартал\p{L}{0,2}|массив\p{L}{0,3}|проезд\p{L}{0,2}|тупик|куча\p{L}{0,4}|ko.?cha\p{L}{0,3}"
        + @"|mavze\p{L}{0,3}|мавзе\p{L}{0,3}|daha\p{L}{0,3}|даха\p{L}{0,3}|mahalla\p{L}{0,3}|махалла\p{L}{0,3}|коч[оа]\p{L}{0,4}|коше\p{L}{0,4}|street|avenue|адрес\p{L}{0,3}|манзил\p{L}{0,3}|manzil\p{L}{0,3}|дарег\p{L}{0,3}|мекенжай\p{L}{0,3}|суроға\p{L}{0,3}|нишони\p{L}{0,3})";

    /// <summary>A word for a street anywhere before, or a street's ending right before.</summary>
    static readonly Regex StreetBefore = new($@"(?:\b{StreetWord}\b[^\n]{{0,60}}|\p{{L}}{{3,}}(?:ая|ои|ыи|ии|ского|aya)[ ,.]{{1,3}})\z", Linear);

    public static string Mask(string text)
    {
        var folded = Folded.InPlace(text);
        List<(int Start, int End)> masked = [];
        foreach (var (start, end) in Rows(folded))
        {
            var row = folded.AsSpan(start, end - start);
            if (Two.IsMatch(row) && WithFlat.IsMatch(row) && StreetBefore.IsMatch(folded.AsSpan(Math.Max(0, start - Sight)..start)))
                masked.Add((start, end));
        }
        return Spans.Replace(text, masked, Scrubber.NumberMask);
    }

    /// <summary>House, part of it and flat that follow each other.</summary>
    static List<(int Start, int End)> Rows(string folded)
    {
        List<(int Start, int End)> rows = [];
        foreach (var item in Items.EnumerateMatches(folded))
            if (rows.Count > 0 && item.Index - rows[^1].End <= WidestGap && !folded.AsSpan(rows[^1].End..item.Index).ContainsAnyExcept(Between))
                rows[^1] = (rows[^1].Start, item.Index + item.Length);
            else
                rows.Add((item.Index - NumberRightBefore(folded, item.Index), item.Index + item.Length));
        return rows;
    }

    /// <summary>"Navoi street 5, flat 12": a house that nobody calls a house.</summary>
    static int NumberRightBefore(string folded, int at) => NumberBefore.Match(folded[Math.Max(0, at - 9)..at]) is { Success: true } number ? number.Length : 0;
}
