using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>What lies between two parts of a number. It holds neither letters nor digits.</summary>
static class Gap
{
    const int Widest = 6;
    const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    static readonly Regex Plain = new(@"\A[ ().‐‑‒–—―−_*·•~/-]{0,3}\z", Linear);
    static readonly Regex Parting = new(@"[=+%<>×\[\]]|\n *\n", Linear);
    static readonly Regex List = new(@"\A *[,;] +\z|\n", Linear);

    /// <summary>It may lie within one number.</summary>
    public static bool Joins(ReadOnlySpan<char> gap) => gap.Length <= Widest && !Parting.IsMatch(gap);

    /// <summary><see cref="Numbers"/> looks across it.</summary>
    public static bool IsPlain(ReadOnlySpan<char> gap) => Plain.IsMatch(gap);

    public static bool IsOfList(ReadOnlySpan<char> gap) => List.IsMatch(gap);
}
