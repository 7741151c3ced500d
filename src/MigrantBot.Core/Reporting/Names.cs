using System.Text.RegularExpressions;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>
/// Likely names of others in scrubbed words. They stay between two marks until the person has chosen: a torturer's name is evidence, a friend's is a danger.
/// </summary>
public static class Names
{
    public const char Opens = '⟦';
    public const char Closes = '⟧';

    /// <summary>All five audiences read it.</summary>
    public const string Mask = "[имя]";

    static readonly Regex Marked = new($"{Opens}[^{Opens}{Closes}]+{Closes}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static bool Any(Words words) => Marked.IsMatch(words.Reveal());

    /// <summary>The same words with each marked name masked.</summary>
    public static Words Hide(Words words) => Bare(Marked.Replace(words.Reveal(), Mask));

    /// <summary>The same words with the names and without the marks.</summary>
    public static Words Keep(Words words) => Bare(words.Reveal());

    static Words Bare(string text) => new(text.Replace($"{Opens}", "", StringComparison.Ordinal).Replace($"{Closes}", "", StringComparison.Ordinal));
}
