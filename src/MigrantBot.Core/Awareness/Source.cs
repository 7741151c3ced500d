using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>
/// Where something was read: a name that is the same in every language, or the key of a word (<c>source.…</c>); the month it was
/// published, if shown.
/// </summary>
public sealed record Source(Argument Name, Argument.Month? Published = null, Uri? Address = null);
