namespace MigrantBot.Tests.Sealing;

/// <summary>The file <c>vectors.json</c>: the same sealed things are opened by C# and by the browser. Its keys guard nothing.</summary>
sealed record Vectors(VectorModerator Moderator, IReadOnlyList<VectorEnvelope> Envelopes, VectorWrappedKeys WrappedKeys, VectorDraft Draft, VectorReceipt Receipt, VectorSigned Reply, VectorSigned Note);

/// <summary>Who opens the envelopes; the private key once as the 32-byte number, once as PKCS #8.</summary>
sealed record VectorModerator(byte[] PublicKey, byte[] PrivateKey, byte[] Pkcs8);

sealed record VectorEnvelope(string Name, string ReportId, string EnvelopeId, int Direction, byte[] SealedKey, byte[] Body, string Json);

sealed record VectorWrappedKeys(
    string ModeratorId, string Passcode, byte[] Salt, int Iterations, byte[] Wrapped, byte[] BoxPkcs8, byte[] BoxPublicKey, byte[] SignPkcs8, byte[] SignPublicKey);

sealed record VectorDraft(byte[] Pepper, byte[] Secret, string ReportId, string Receipt, string AdditionId);

/// <summary>The receipt of the draft, the 64 bytes that PBKDF2 makes of it under the draft's pepper, and what follows from each half.</summary>
sealed record VectorReceipt(string Digits, byte[] Derived, byte[] PrivateKey, byte[] PublicKey, string Lookup);

/// <summary>A reply to the owner of that receipt, or a note to the moderator, signed with the sign key of the wrapped keys.</summary>
sealed record VectorSigned(string ReportId, string EnvelopeId, byte[] SealedKey, byte[] Body, byte[] AuthorKey, byte[] Signature, string Json);
