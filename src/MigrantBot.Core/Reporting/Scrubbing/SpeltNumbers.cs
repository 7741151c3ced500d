namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>
/// Masks numbers that hide from <see cref="Numbers"/>: said in words, broken over lines, with signs or words between their parts. Sums, dates and
/// lists are said in the same words, so a run is masked only where it is as long as a phone and nothing says that it counts something.
/// </summary>
static class SpeltNumbers
{
    const int FewestDigits = 6;
    const int FewestWithLinks = 8;
    const int FewestGroups = 3;
    const int MostOfSum = 9;
    const int Sight = 60;

    public static string Mask(string text, List<Token> tokens)
    {
        var seen = Lookalikes.AsDigits(text);
        List<(int Start, int End)> masked = [];
        for (var at = 0; at < tokens.Count;)
        {
            var run = Run.From(seen, tokens, at);
            if (run is not null && MustGo(run, seen))
                masked.Add((run.Start, run.End));
            at = run?.Next ?? at + 1;
        }
        return Spans.Replace(text, masked, Scrubber.NumberMask);
    }

    static bool MustGo(Run run, string text)
    {
        var spoken = run.Spoken;
        if (spoken.Digits < FewestDigits || spoken.HasThousand || (spoken.Digits <= MostOfSum && Evidence.CountsAfter(Ahead(text, run.End))))
            return false;
        return spoken.Words > 0
            ? spoken.Groups >= FewestGroups && (spoken.Words > 1 || spoken.Digits > MostOfSum) && (!run.HasAnd || spoken.Digits > FewestDigits)
            : spoken.Digits > (run.Gaps.Contains(Run.Linked) ? FewestWithLinks : FewestDigits) && run.Gaps.Any(gap => !Gap.IsPlain(gap)) && !Enumeration.Is(run, text);
    }

    static string Ahead(string text, int from) => Lookalikes.Lowered(text[from..Math.Min(text.Length, from + Sight)]);
}
