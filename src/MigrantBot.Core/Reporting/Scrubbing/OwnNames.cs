using System.Buffers;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>Masks the name that the person gives as their own; nothing is gained by it, so nobody is asked.</summary>
static class OwnNames
{
    const int MostWords = 5;
    const string Between = " \n:=—–-\"«„“'(,";

    static readonly SearchValues<char> BetweenCueAndName = SearchValues.Create(Between);

    /// <summary>Words that are typed small after a cue and are no name: "меня зовут обратно".</summary>
    static readonly HashSet<string> NeverSmall = Folded.All(
        "обратно служить воевать работать домой опять снова назад туда постоянно часто сюда скажу назову называть знать неважно секрет тайна это важно yo'q aytmayman айтмайман айтпайм айтпаймын намегӯям не secret");

    /// <summary>Words before which a name typed small may end.</summary>
    static readonly HashSet<string> AfterSmall = Folded.All(
        "я мне и из родом приехал men мен ман i and from am man ман аз ва va мне мой yoshim ёшим жашым жасым синну yosh ҳастам деб деп deb");

    public static string Mask(string text, List<Token> tokens)
    {
        var reading = new NameReading(text, tokens);
        List<(int Start, int End)> masked = [];
        for (var at = 0; at < tokens.Count; at++)
            if (reading.Has(at) && NameAfter(reading, at) is var (first, last))
            {
                masked.Add((tokens[first].Start, tokens[last].End));
                at = last;
            }
        return Spans.Replace(text, masked, Names.Mask);
    }

    static (int First, int Last)? NameAfter(NameReading reading, int cue)
    {
        var first = cue + 1;
        if (NameCues.IsOwn(reading.Tokens, cue))
        {
            if (reading.Has(first) && NameCues.IsLink(reading.Fold(first)))
                first++;
            return reading.Has(first) && !reading.GapBefore(first).ContainsAnyExcept(BetweenCueAndName) ? Told(reading, first) : null;
        }
        if (!reading.Has(first) || reading.GapBefore(first) is not (" " or ", " or " - " or " — " or " – "))
            return null;
        return NameCues.IsI(reading.Fold(cue)) ? AfterI(reading, first)
            : NameCues.IsMe(reading.Fold(cue)) ? AfterMe(reading, first)
            : null;
    }

    /// <summary>"My name is": what follows is a name, also in small letters, unless it is clearly another word.</summary>
    static (int First, int Last)? Told(NameReading reading, int first)
    {
        if (reading.IsCapital(first) || reading.IsInitial(first))
            return (first, LastOf(reading, first));
        var fold = reading.Fold(first);
        if (fold.Length < 3 || NotNames.Is(fold) || NeverSmall.Contains(fold) || fold.EndsWith("ть", StringComparison.Ordinal))
            return null;
        var last = LastOf(reading, first);
        return last > first || reading.IsSurely(first) || EndsHere(reading, last) ? (first, last) : null;
    }

    /// <summary>"I Alisher Karimov", "I, Azamat, …", but not "I saw …" and not "I am from …".</summary>
    static (int First, int Last)? AfterI(NameReading reading, int first)
    {
        if (!reading.IsCapital(first))
            return NameForms.IsNominative(reading.Fold(first)) && !NotNames.Is(reading.Fold(first)) && EndsHere(reading, first) ? (first, first) : null;
        if (NameForms.IsWhere(reading.Fold(first)))
            return null;
        var last = LastOf(reading, first);
        if (Enumerable.Range(first, last - first + 1).Any(at => NameForms.IsNominative(reading.Fold(at)) || reading.IsInitial(at)))
            return (first, last);
        return EndsHere(reading, last) ? (first, last) : null;
    }

    static bool EndsHere(NameReading reading, int last) => reading.EndsClause(last) || AfterSmall.Contains(reading.Fold(last + 1));

    static (int First, int Last)? AfterMe(NameReading reading, int first)
    {
        if (!reading.IsCapital(first))
            return null;
        var last = LastOf(reading, first);
        return reading.Has(last + 1) && NameCues.IsCalling(reading.Fold(last + 1)) ? (first, last) : null;
    }

    static int LastOf(NameReading reading, int first)
    {
        var last = first;
        while (last - first + 1 < MostWords && reading.AreTogether(last, last + 1)
            && (reading.IsCapital(last + 1) || reading.IsInitial(last + 1) || NameForms.IsChildOf(reading.Fold(last + 1)) || reading.IsSurely(last + 1)))
            last++;
        return last;
    }
}
