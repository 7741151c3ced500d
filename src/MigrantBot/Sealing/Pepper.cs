namespace MigrantBot.Sealing;

/// <summary>The server's one secret outside the database, 32 bytes. It prints as <c>…</c> and is never changed: receipts and ids depend on it.</summary>
sealed class Pepper
{
    public const int Length = 32;
    readonly byte[] secret;

    public Pepper(ReadOnlySpan<byte> secret) => this.secret = secret.Length == Length
        ? secret.ToArray()
        : throw new ArgumentException($"The pepper is {Length} bytes, not {secret.Length}.", nameof(secret));

    /// <summary>The secret itself. Every use is a place to look at in a review.</summary>
    public ReadOnlySpan<byte> Reveal() => secret;

    public override string ToString() => "…";
}
