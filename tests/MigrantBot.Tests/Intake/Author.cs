using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Intake;

/// <summary>A moderator who answers: the test has the key that signs.</summary>
sealed class Author : IDisposable
{
    readonly ECDsa sign = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Author(string id)
    {
        using var box = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        Row = Storage.Some.Moderator(id, id) with { BoxKey = P256.PublicKeyOf(box), SignKey = P256.PublicKeyOf(sign) };
    }

    public Moderator Row { get; }

    public async Task Enrol(Database database) => Assert.True(await new ModeratorStore(database).Insert(Row, CancellationToken.None));

    public SealedEnvelope Reply(string report, string id, string text, byte[] reporter) =>
        Sealed(report, id, JsonSerializer.Serialize(new { v = 1, text }), reporter);

    /// <summary>Whatever it is, sealed to the reporter and signed.</summary>
    public SealedEnvelope Sealed(string report, string id, string json, byte[] reporter)
    {
        var place = new Binding(report, id, Direction.Reply);
        var envelope = Envelope.Seal(Encoding.UTF8.GetBytes(json), place, [new(SealedEnvelope.Reporter, reporter)], RandomNumberGenerator.Fill);
        return new()
        {
            Id = id,
            ReportId = report,
            Direction = SealedEnvelope.Reply,
            Day = new DateOnly(2026, 11, 20),
            Body = envelope.Body,
            Keys = [new SealedKey { RecipientId = SealedEnvelope.Reporter, Key = envelope.Keys[0].SealedKey }],
            Author = Row.Id,
            Signature = AuthorSignature.Sign(sign, place, envelope.Body),
        };
    }

    public void Dispose() => sign.Dispose();
}
