namespace MigrantBot.Core.Exchange;

/// <summary>What goes into a <c>{place}</c> of a text.</summary>
public abstract record Argument
{
    Argument() { }

    /// <summary>Language-neutral text: a number, a Russian sentence, the name of a newspaper.</summary>
    public sealed record Literal(string Text) : Argument;

    /// <summary>Another text of the same language, by key, without arguments of its own.</summary>
    public sealed record Word(string Key) : Argument;

    /// <summary>A month, written <c>11.2026</c> in every language.</summary>
    public sealed record Month(int Year, int Number) : Argument;

    /// <summary>A day, written <c>24.11.2026</c> in every language.</summary>
    public sealed record Day(DateOnly Date) : Argument;

    /// <summary>Several, joined by <see cref="Separator"/>.</summary>
    public sealed record Several(IReadOnlyList<Argument> Items, string Separator = "; ") : Argument;

    public static implicit operator Argument(string literal) => new Literal(literal);

    public static implicit operator Argument(int number) => new Literal(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
