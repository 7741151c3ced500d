namespace MigrantBot.Texts;

/// <summary>Something wrong in a file of <c>locales/</c>: where it stands and how to mend it, for somebody who edits no code.</summary>
sealed record Fault(string File, long Line, string Problem, string Mend)
{
    public override string ToString() => $"{File}:{Line}: {Problem} Mend: {Mend}";
}
