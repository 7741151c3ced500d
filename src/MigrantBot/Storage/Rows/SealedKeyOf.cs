namespace MigrantBot.Storage.Rows;

/// <summary>The key of an envelope, sealed to somebody to whom it was not sealed at first.</summary>
sealed record SealedKeyOf(string EnvelopeId, byte[] Key);
