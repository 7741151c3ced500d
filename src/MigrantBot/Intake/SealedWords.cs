using MigrantBot.Storage.Rows;

namespace MigrantBot.Intake;

/// <summary>Words that the person's own device has sealed, checked for their shape when they came in. Nobody here can read them.</summary>
sealed record SealedWords(string EnvelopeId, byte[] Body, IReadOnlyList<SealedKey> Keys);
