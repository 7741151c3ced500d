namespace MigrantBot.Core.Exchange;

/// <summary>
/// Where a person is: for whom the screen speaks, which screen it is, and what it needs. Each feature declares its own closed set.
/// </summary>
public abstract record Place(Reader Reader)
{
    public Language Language => Reader.Language;

    /// <summary>
    /// The screen's name and what it needs, joined by points: <c>law.uz</c>. Letters, digits, <c>-</c> and <c>_</c> only;
    /// a name once given is never given to another screen, since buttons live in chats for years.
    /// </summary>
    public abstract string Path { get; }

    /// <summary>True where the address carries answers of a report, and so must stay out of links, histories and logs.</summary>
    public virtual bool IsPrivate => false;

    /// <summary>Answers and secrets do not print.</summary>
    public sealed override string ToString() => IsPrivate ? GetType().Name : Path;
}
