namespace MigrantBot.Core.Exchange;

/// <summary>Text that a person typed. It prints as <c>…</c>, so that it cannot slip into a log; who needs it must reveal it by name.</summary>
public sealed class Words(string text) : IEquatable<Words>
{
    readonly string text = text;

    public int Length => text.Length;

    public bool AreEmpty => string.IsNullOrWhiteSpace(text);

    /// <summary>The text itself. Every use is a place to look at in a review.</summary>
    public string Reveal() => text;

    public override string ToString() => "…";

    public bool Equals(Words? other) => other is not null && text == other.text;

    public override bool Equals(object? obj) => Equals(obj as Words);

    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);
}
