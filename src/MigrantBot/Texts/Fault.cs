namespace MigrantBot.Texts;

/// <summary>Something wrong in a file of <c>locales/</c>: where it stands and how to mend it, for somebody who edits no code.</summary>
sealed record Fault(string File, long Line, string Problem, string Mend)
{
    const int MostLines = 10;

    public override string ToString() => $"{File}:{Line}: {Problem} Mend: {Mend}";

    /// <summary>The first faults, and how many others there are: often they all come from the first.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults.Take(MostLines))
            yield return fault.ToString();
        if (faults.Count > MostLines)
            yield return $"… and {faults.Count - MostLines} more. Mend the first one first.";
    }
}
