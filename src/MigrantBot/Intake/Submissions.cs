using System.Security.Cryptography;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Intake;

/// <summary>Carries out the effects of a turn: seals what was told, and stores all of it in one transaction.</summary>
sealed class Submissions(Database database, ModeratorStore moderators, Pepper pepper, TimeProvider time)
{
    const int IdBytes = 16;

    /// <summary>True when everything is durable, or was before. False when nobody could read it: then nothing was stored.</summary>
    public async Task<bool> Store(IReadOnlyList<Effect> effects, CancellationToken cancellation)
    {
        if (effects.Count == 0)
            return true;
        var readers = await moderators.Recipients(cancellation);
        if (readers.Count == 0)
            return false;
        var reports = effects.Select(effect => effect switch
        {
            SubmitReport submit => Seal(submit.Report, readers),
            _ => throw new ArgumentOutOfRangeException(nameof(effects), effect.GetType().Name, "Carry out this effect here."),
        }).ToList();
        return await database.Write(
            async (connection, transaction) =>
            {
                foreach (var report in reports)
                    await ReportStore.Insert(connection, transaction, report);
                return true;
            },
            cancellation);
    }

    SealedReport Seal(Report report, IReadOnlyList<Storage.Rows.Recipient> readers)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var id = DraftKeys.ReportId(pepper, report.Draft.Secret);
        var envelopeId = RandomNumberGenerator.GetHexString(IdBytes * 2, lowercase: true);
        var drawn = Drawing.Draw(readers, report.Language, RandomNumberGenerator.GetInt32);
        var envelope = Envelope.Seal(
            ReportText.Write(report),
            new Binding(id, envelopeId, Direction.Report),
            [.. drawn.Select(reader => new Sealing.Recipient(reader.Id, reader.BoxKey))],
            RandomNumberGenerator.Fill);
        var (urgency, reason) = Urgency.Of(report.Draft.Facets);
        return new()
        {
            Id = id,
            ReceivedOn = today,
            Language = report.Language.Code,
            Urgency = urgency,
            UrgencyReason = reason,
            Facets = report.Draft.Facets,
            Envelope = new()
            {
                Id = envelopeId,
                ReportId = id,
                Direction = (long)Direction.Report,
                Day = today,
                Body = envelope.Body,
                Keys = [.. envelope.Keys.Select(key => new SealedKey { RecipientId = key.RecipientId, Key = key.SealedKey })],
            },
        };
    }
}
