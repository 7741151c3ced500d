using System.Security.Cryptography;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using Recipient = MigrantBot.Storage.Rows.Recipient;

namespace MigrantBot.Intake;

/// <summary>Puts what was told into envelopes, where the person's own device has not done it, and draws who may read it.</summary>
sealed class Sealer(ReceiptStore receipts, Pepper pepper)
{
    const int IdBytes = 16;

    public SealedEnvelope Report(Report report, InForce readers, DateOnly today)
    {
        var id = DraftKeys.ReportId(pepper, report.Draft.Secret);
        return Seal(
            ReportText.Write(report), new(id, RandomNumberGenerator.GetHexString(IdBytes * 2, lowercase: true), Direction.Report),
            readers.Sealed(Drawing.Draw(readers.Readers, report.Language, RandomNumberGenerator.GetInt32)), today);
    }

    public async Task<SealedEnvelope> Addition(AddWords add, string reportId, InForce readers, DateOnly today, CancellationToken cancellation) => Seal(
        ReportText.Write(add.Language, add.Words), new(reportId, DraftKeys.AdditionId(pepper, add.Secret), Direction.Addition),
        await ReadersOf(reportId, add.Language, readers, cancellation), today);

    /// <summary>Who could read the report until now, as far as they still may; others fill up. And the recovery key.</summary>
    public async Task<IReadOnlyList<Recipient>> ReadersOf(string reportId, Language language, InForce readers, CancellationToken cancellation)
    {
        var before = await receipts.Recipients(reportId, cancellation);
        var still = readers.Readers.Where(reader => before.Contains(reader.Id)).ToList();
        return readers.Sealed(still.Concat(Drawing.Draw([.. readers.Readers.Except(still)], language, RandomNumberGenerator.GetInt32)).Take(Drawing.Most));
    }

    static SealedEnvelope Seal(byte[] text, Binding binding, IReadOnlyList<Recipient> readers, DateOnly today)
    {
        using var erasing = new Erasing(text);
        var envelope = Envelope.Seal(text, binding, [.. readers.Select(reader => new Sealing.Recipient(reader.Id, reader.BoxKey))], RandomNumberGenerator.Fill);
        return Of(binding, envelope.Body, [.. envelope.Keys.Select(key => new SealedKey { RecipientId = key.RecipientId, Key = key.SealedKey })], today);
    }

    public static SealedEnvelope Of(Binding binding, byte[] body, IReadOnlyList<SealedKey> keys, DateOnly today) => new()
    {
        Id = binding.EnvelopeId,
        ReportId = binding.ReportId,
        Direction = (long)binding.Direction,
        Day = today,
        Body = body,
        Keys = keys,
    };
}
