using System.Security.Cryptography;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Sealing;

public sealed class AuthorSignatureTests : IDisposable
{
    static readonly Binding Place = new("0f1e2d3c4b5a69788796a5b4c3d2e1f0", "00112233445566778899aabbccddeeff", Direction.Reply);
    static readonly byte[] Body = RandomNumberGenerator.GetBytes(2077);

    readonly ECDsa author = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly ECDsa another = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        author.Dispose();
        another.Dispose();
    }

    [Fact]
    public void Its_author_and_nobody_else_is_believed()
    {
        var signature = AuthorSignature.Sign(author, Place, Body);
        Assert.Equal(AuthorSignature.Length, signature.Length);
        Assert.True(AuthorSignature.Verify(KeyOf(author), Place, Body, signature));
        Assert.False(AuthorSignature.Verify(KeyOf(another), Place, Body, signature));
    }

    [Fact]
    public void It_holds_for_this_report_and_this_envelope_only()
    {
        var signature = AuthorSignature.Sign(author, Place, Body);
        Assert.False(AuthorSignature.Verify(KeyOf(author), Place with { ReportId = "0f1e2d3c4b5a69788796a5b4c3d2e1f1" }, Body, signature));
        Assert.False(AuthorSignature.Verify(KeyOf(author), Place with { EnvelopeId = "00112233445566778899aabbccddeefe" }, Body, signature));
    }

    [Theory]
    [InlineData((int)Direction.Report)]
    [InlineData((int)Direction.Addition)]
    [InlineData((int)Direction.Draft)]
    public void Only_replies_and_notes_are_signed(int direction)
    {
        var place = Place with { Direction = (Direction)direction };
        Assert.False(AuthorSignature.Verify(KeyOf(author), place, Body, AuthorSignature.Sign(author, Place, Body)));
        Assert.Throws<ArgumentOutOfRangeException>(() => AuthorSignature.Sign(author, place, Body));
    }

    [Fact]
    public void A_note_is_no_reply_and_a_reply_no_note()
    {
        var note = Place with { Direction = Direction.Note };
        var signature = AuthorSignature.Sign(author, note, Body);
        Assert.True(AuthorSignature.Verify(KeyOf(author), note, Body, signature));
        Assert.False(AuthorSignature.Verify(KeyOf(author), Place, Body, signature));
        Assert.False(AuthorSignature.Verify(KeyOf(author), note, Body, AuthorSignature.Sign(author, Place, Body)));

        // Nor where somebody signed the bytes of one under the words of the other.
        var crossed = author.SignData((byte[])[.. "mb1|reply|"u8, .. SHA256.HashData([.. note.ToBytes(), .. Body])], HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        Assert.False(AuthorSignature.Verify(KeyOf(author), note, Body, crossed));
    }

    [Fact]
    public void A_flipped_bit_anywhere_in_body_signature_or_key_is_refused()
    {
        var (key, signature) = (KeyOf(author), AuthorSignature.Sign(author, Place, Body));
        foreach (var at in Enumerable.Range(0, 20).Concat([1000, Body.Length - 1]))
            Assert.False(AuthorSignature.Verify(key, Place, Flip(Body, at), signature));
        for (var at = 0; at < signature.Length; at++)
            Assert.False(AuthorSignature.Verify(key, Place, Body, Flip(signature, at)));
        for (var at = 0; at < key.Length; at++)
            Assert.False(AuthorSignature.Verify(Flip(key, at), Place, Body, signature));
    }

    [Fact]
    public void A_cut_longer_or_missing_signature_key_or_body_is_refused()
    {
        var (key, signature) = (KeyOf(author), AuthorSignature.Sign(author, Place, Body));
        Assert.All<byte[]>([[], signature[..63], [.. signature, 0], new byte[64], author.SignData(Body, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)],
            wrong => Assert.False(AuthorSignature.Verify(key, Place, Body, wrong)));
        Assert.All<byte[]>([[], key[..64], [.. key, 0], key[1..], new byte[65]], wrong => Assert.False(AuthorSignature.Verify(wrong, Place, Body, signature)));
        Assert.All<byte[]>([[], Body[..^1], [.. Body, 0]], wrong => Assert.False(AuthorSignature.Verify(key, Place, wrong, signature)));
    }

    /// <summary>A signature over the body alone, or without the words of the format, could have been asked of a moderator for something else.</summary>
    [Fact]
    public void Only_what_the_format_says_is_signed()
    {
        byte[] Signed(byte[] message) => author.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        var hash = SHA256.HashData([.. Place.ToBytes(), .. Body]);
        Assert.True(AuthorSignature.Verify(KeyOf(author), Place, Body, Signed([.. "mb1|reply|"u8, .. hash])));
        Assert.False(AuthorSignature.Verify(KeyOf(author), Place, Body, Signed(hash)));
        Assert.False(AuthorSignature.Verify(KeyOf(author), Place, Body, Signed(Body)));
    }

    static byte[] KeyOf(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [4, .. point.X!, .. point.Y!];
    }

    static byte[] Flip(byte[] bytes, int at)
    {
        var flipped = bytes.ToArray();
        flipped[at] ^= 1;
        return flipped;
    }
}
