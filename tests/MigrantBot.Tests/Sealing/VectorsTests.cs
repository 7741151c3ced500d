using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Sealing;

public sealed class VectorsTests
{
    static readonly Vectors Vectors = VectorsFile.Read();

    [Fact]
    public void Every_envelope_opens_to_its_text()
    {
        using var moderator = P256.ReadPrivateKey(Vectors.Moderator.PrivateKey)!;
        Assert.Equal(15, Vectors.Envelopes.Count);
        Assert.All(Vectors.Envelopes, vector =>
        {
            var place = new Binding(vector.ReportId, vector.EnvelopeId, (Direction)vector.Direction);
            Assert.Equal(vector.Json, Encoding.UTF8.GetString(Envelope.Open(vector.Body, vector.SealedKey, place, moderator)!));
        });
    }

    [Fact]
    public void The_moderators_key_is_the_same_in_each_of_its_forms()
    {
        using var pair = ECDiffieHellman.Create();
        pair.ImportPkcs8PrivateKey(Vectors.Moderator.Pkcs8, out _);
        Assert.Equal(Vectors.Moderator.PrivateKey, pair.ExportParameters(includePrivateParameters: true).D);
        Assert.Equal(Vectors.Moderator.PublicKey, P256.PublicKeyOf(pair));
    }

    [Fact]
    public void The_passcode_opens_the_wrapped_keys()
    {
        var keys = Vectors.WrappedKeys;
        Assert.Equal(600_000, keys.Iterations);
        var key = Rfc2898DeriveBytes.Pbkdf2(keys.Passcode, keys.Salt, keys.Iterations, HashAlgorithmName.SHA256, Gcm.KeyLength);
        var plain = Gcm.Open(key, keys.Wrapped.AsSpan(..Gcm.NonceLength), Encoding.UTF8.GetBytes($"mb1|mod|{keys.ModeratorId}"), keys.Wrapped.AsSpan(Gcm.NonceLength..))!;
        var box = BinaryPrimitives.ReadUInt16BigEndian(plain);
        Assert.Equal(keys.BoxPkcs8, plain[2..(2 + box)]);
        Assert.Equal(keys.SignPkcs8, plain[(2 + box)..]);

        using var boxPair = ECDiffieHellman.Create();
        boxPair.ImportPkcs8PrivateKey(keys.BoxPkcs8, out _);
        Assert.Equal(keys.BoxPublicKey, P256.PublicKeyOf(boxPair));
        using var signPair = ECDsa.Create();
        signPair.ImportPkcs8PrivateKey(keys.SignPkcs8, out _);
        Assert.Equal(keys.SignPublicKey[1..33], signPair.ExportParameters(includePrivateParameters: false).Q.X);
    }

    [Fact]
    public void The_draft_becomes_its_report()
    {
        var draft = Vectors.Draft;
        var (pepper, secret) = (new Pepper(draft.Pepper), BinaryPrimitives.ReadUInt128BigEndian(draft.Secret));
        Assert.Equal(draft.ReportId, DraftKeys.ReportId(pepper, secret));
        Assert.Equal(draft.Receipt, Receipt.Of(DraftKeys.ReceiptNumber(pepper, secret)).Reveal());
        Assert.Equal(draft.AdditionId, DraftKeys.AdditionId(pepper, secret));
    }

    [Fact]
    public void The_receipt_opens_the_reply_that_its_author_signed()
    {
        var reply = Vectors.Reply;
        var place = new Binding(reply.ReportId, reply.EnvelopeId, Direction.Reply);
        using var keys = ReceiptKeys.Derive(new Pepper(Vectors.Draft.Pepper), Vectors.Receipt.Digits);
        Assert.Equal(Vectors.Draft.Receipt, Vectors.Receipt.Digits);
        Assert.Equal(Vectors.Receipt.Lookup, keys.Lookup);
        Assert.Equal(Vectors.Receipt.PublicKey, keys.PublicKey);
        Assert.True(AuthorSignature.Verify(reply.AuthorKey, place, reply.Body, reply.Signature));
        Assert.Equal(reply.Json, Encoding.UTF8.GetString(Envelope.Open(reply.Body, reply.SealedKey, place, keys.Pair)!));
    }

    [Fact]
    public void The_moderator_opens_the_note_that_its_author_signed()
    {
        var note = Vectors.Note;
        var place = new Binding(note.ReportId, note.EnvelopeId, Direction.Note);
        using var moderator = P256.ReadPrivateKey(Vectors.Moderator.PrivateKey)!;
        Assert.True(AuthorSignature.Verify(note.AuthorKey, place, note.Body, note.Signature));
        Assert.False(AuthorSignature.Verify(note.AuthorKey, place with { Direction = Direction.Reply }, note.Body, note.Signature));
        Assert.Equal(note.Json, Encoding.UTF8.GetString(Envelope.Open(note.Body, note.SealedKey, place, moderator)!));
    }

    /// <summary>Formats are kept for years: where this fails, either the change is a mistake or it needs a new version byte.</summary>
    [Fact]
    public void The_committed_vectors_are_what_the_code_makes()
    {
        var made = VectorsFile.Write(VectorsMade.All());
        if (made == VectorsFile.ReadText())
            return;
        File.WriteAllText(VectorsFile.Made, made);
        Assert.Fail($"The code makes other vectors than tests/MigrantBot.Tests/Sealing/vectors.json. The new ones lie in {VectorsFile.Made}; copy them over only if the format was meant to change.");
    }
}
