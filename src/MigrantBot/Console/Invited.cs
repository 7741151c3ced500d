namespace MigrantBot.Console;

/// <summary>What became of an invitation.</summary>
abstract record Invited
{
    Invited() { }

    /// <summary>The link works once, until it expires. It is a secret: print it where only its owner looks.</summary>
    public sealed record Made(Uri Link, bool IsToEnrol, DateTimeOffset Expires) : Invited
    {
        public override string ToString() => nameof(Made);
    }

    /// <summary>Says what to do instead: <paramref name="Why"/> by the name that the page knows, <paramref name="Message"/> to the operator.</summary>
    public sealed record Refused(Denied Why, string Message) : Invited;
}
