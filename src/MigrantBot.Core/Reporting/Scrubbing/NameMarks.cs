using System.Buffers;
using System.Text;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>Sets marks around what is likely to be somebody's name: by its form, by its neighbours, by what is said before or after it.</summary>
sealed class NameMarks
{
    const int MostAfterCue = 3;
    const int MostBeforeChild = 3;
    const int MostOfPlace = 3;

    const string Between = " :\"«„“—–-";

    static readonly SearchValues<char> BetweenCueAndName = SearchValues.Create(Between);

    readonly NameReading reading;
    readonly bool[] isName;

    NameMarks(NameReading reading) => (this.reading, isName) = (reading, new bool[reading.Tokens.Count]);

    /// <summary>The text holds no marks.</summary>
    public static string Set(string text, List<Token> tokens)
    {
        var marks = new NameMarks(new NameReading(text, tokens));
        for (var at = 0; at < tokens.Count; at++)
            if (marks.reading.Has(at))
                marks.Look(at);
        return marks.Written(text);
    }

    void Look(int at)
    {
        var fold = reading.Fold(at);
        if (NameForms.IsPatronymic(fold) && !IsPlace(at))
            Patronymic(at);
        else if (NameForms.IsChildOf(fold) && reading.AreTogether(at - 1, at) && reading.IsCapital(at - 1))
            ChildOf(at);
        if (reading.IsInitial(at))
            Initials(at);
        if (!reading.IsCapital(at) && NameForms.IsSurname(fold))
            Small(at);
        if (NameCues.IsBefore(reading.Tokens, at) && reading.Has(at + 1) && !reading.GapBefore(at + 1).ContainsAnyExcept(BetweenCueAndName))
            Following(at + 1);
        if (NameCues.IsAfter(fold) && reading.AreTogether(at - 1, at) && (reading.IsCapital(at - 1) || NameForms.IsGiven(reading.Fold(at - 1))))
            isName[at - 1] = true;
        if (reading.IsCapital(at) && !IsPlace(at))
            Capital(at, fold);
    }

    /// <summary>It is a name in small letters too; what stands before it is the given name, and perhaps the surname before that.</summary>
    void Patronymic(int at)
    {
        isName[at] = true;
        var isSmall = !reading.IsCapital(at);
        for (var before = at - 1; before >= at - 2 && reading.AreTogether(before, before + 1) && !NotNames.Is(reading.Fold(before)); before--)
        {
            if (!reading.IsCapital(before) && !(isSmall && (before == at - 1 || reading.IsSurely(before))))
                break;
            isName[before] = true;
        }
        if (reading.AreTogether(at, at + 1) && (reading.IsSurely(at + 1) || (reading.IsCapital(at + 1) && NameForms.MayBeSurname(reading.Fold(at + 1)))))
            isName[at + 1] = true;
    }

    void ChildOf(int at)
    {
        isName[at] = true;
        for (var before = at - 1; before >= at - MostBeforeChild && reading.AreTogether(before, before + 1) && reading.IsCapital(before); before--)
            isName[before] = true;
        if (reading.AreTogether(at, at + 1) && reading.IsCapital(at + 1))
            isName[at + 1] = true;
    }

    /// <summary>Two initials make any word beside them a name, one does so only to what looks like one.</summary>
    void Initials(int at)
    {
        var (first, last) = (at, at);
        if (reading.AreTogether(at, at + 1) && reading.IsInitial(at + 1))
            last = at + 1;
        if (reading.AreTogether(first - 1, first) && IsBesideInitials(first - 1, first < last))
            Mark(first - 1, last);
        else if (reading.AreTogether(last, last + 1) && IsBesideInitials(last + 1, first < last))
            Mark(first, last + 1);
    }

    bool IsBesideInitials(int at, bool areTwo) =>
        reading.IsCapital(at) && (areTwo || reading.IsSurely(at) || NameForms.MayBeSurname(reading.Fold(at)));

    void Following(int first)
    {
        for (var at = first; at < first + MostAfterCue && (at == first || reading.AreTogether(at - 1, at)); at++)
        {
            if ((!reading.IsCapital(at) && !reading.IsInitial(at)) || NameForms.IsWhere(reading.Fold(at)) || IsPlace(at))
                return;
            isName[at] = true;
        }
    }

    /// <summary>A surname in small letters is one only beside a given name or initials.</summary>
    void Small(int at)
    {
        if (reading.AreTogether(at, at + 1) && NameForms.IsGiven(reading.Fold(at + 1)))
            Mark(at, at + 1);
        else if (reading.AreTogether(at - 1, at) && NameForms.IsGiven(reading.Fold(at - 1)))
            Mark(at - 1, at);
        else if (reading.IsSmallInitial(at + 1) && reading.IsSmallInitial(at + 2) && reading.GapBefore(at + 1) is " ")
            Mark(at, at + 2);
    }

    void Capital(int at, string fold)
    {
        var isGiven = NameForms.IsGiven(fold);
        var isSurname = NameForms.IsSurname(fold);
        var before = reading.AreTogether(at - 1, at) && reading.IsCapital(at - 1);
        var after = reading.AreTogether(at, at + 1) && reading.IsCapital(at + 1);
        if (!isGiven && !isSurname)
            return;
        isName[at] |= before || after || !reading.BeginsSentence(at) || (isGiven && !GivenNames.IsAlsoWord(fold));
        if (before)
            isName[at - 1] = true;
        if (after)
            isName[at + 1] = true;
    }

    /// <summary>A street, a district, a school that bears somebody's name.</summary>
    bool IsPlace(int at)
    {
        var (first, last) = (at, at);
        while (at - first < MostOfPlace && reading.AreTogether(first - 1, first) && reading.IsUpper(first - 1) && !NotNames.IsPlace(reading.Fold(first - 1)))
            first--;
        while (last - at < MostOfPlace && reading.AreTogether(last, last + 1) && reading.IsUpper(last + 1) && !NotNames.IsPlace(reading.Fold(last + 1)))
            last++;
        return (reading.Has(first - 1) && reading.GapBefore(first) is " " or ". " or "." && NotNames.IsPlace(reading.Fold(first - 1)))
            || (reading.Has(last + 1) && reading.GapBefore(last + 1) is " " && NotNames.IsPlace(reading.Fold(last + 1)));
    }

    void Mark(int first, int last) => Array.Fill(isName, true, first, last - first + 1);

    string Written(string text)
    {
        var written = new StringBuilder(text.Length + 16);
        var from = 0;
        for (var at = 0; at < isName.Length; at++)
        {
            if (!isName[at])
                continue;
            var last = at;
            while (last + 1 < isName.Length && isName[last + 1] && reading.AreTogether(last, last + 1))
                last++;
            var end = reading.IsInitial(last) || (last > at && reading.IsSmallInitial(last)) ? reading.Tokens[last].End + 1 : reading.Tokens[last].End;
            written.Append(text, from, reading.Tokens[at].Start - from).Append(Names.Opens)
                .Append(text, reading.Tokens[at].Start, end - reading.Tokens[at].Start).Append(Names.Closes);
            (from, at) = (end, last);
        }
        return written.Append(text, from, text.Length - from).ToString();
    }
}
