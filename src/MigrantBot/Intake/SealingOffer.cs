namespace MigrantBot.Intake;

/// <summary>All that a browser needs to seal the words of one preview. Everything in it may be known to who asks.</summary>
/// <param name="Report">The report's id, sealed in.</param>
/// <param name="Envelope">The envelope's id, sealed in; the work is done over it.</param>
/// <param name="Direction">Which way it goes, sealed in.</param>
/// <param name="Content">What is sealed, as JSON in which <c>text</c> is still empty.</param>
/// <param name="Recipients">To whom.</param>
/// <param name="Bits">How much work it costs.</param>
sealed record SealingOffer(string Report, string Envelope, int Direction, string Content, IReadOnlyList<OfferedKey> Recipients, int Bits)
{
    public override string ToString() => nameof(SealingOffer);
}

/// <summary>The public key of one who reads.</summary>
sealed record OfferedKey(string Id, byte[] Key);
