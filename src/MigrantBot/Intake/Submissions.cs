using System.Data.Common;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Intake.Flooding;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Intake;

/// <summary>Carries out the effects of a turn, all in one transaction or none.</summary>
sealed class Submissions(
    Database database, Roster roster, ReceiptStore receipts, Sealer sealer, Derivation derive, Limits limits, Pepper pepper, TimeProvider time)
{
    /// <summary>A change within the transaction; false where what it is about is no longer there.</summary>
    delegate Task<bool> Change(DbConnection connection, DbTransaction transaction);

    /// <param name="effects">What the core decided.</param>
    /// <param name="words">The words of this turn, where they came sealed.</param>
    /// <param name="sender">Whose turn it is, where that can be told.</param>
    /// <param name="cancellation">Ends the waiting for the database.</param>
    public async Task<Stored> Store(IReadOnlyList<Effect> effects, SealedWords? words, ChatKey? sender, CancellationToken cancellation)
    {
        if (effects.Count == 0)
            return Stored.Done;
        var readers = effects.Any(effect => effect is SubmitReport or AddWords) ? await roster.Now(cancellation) : null;
        List<Change> changes = [];
        foreach (var effect in effects)
        {
            if (effect is SubmitReport or AddWords && readers is not { Readers.Count: > 0 })
                return Stored.NobodyReads;
            if (await Prepare(effect, words, sender, readers, cancellation) is not { } change)
                return Stored.NothingThere;
            changes.Add(change);
        }
        var stored = await database.Write(
            async (connection, transaction) =>
            {
                foreach (var change in changes)
                    if (!await change(connection, transaction))
                        return Stored.NothingThere;
                return Stored.Done;
            },
            cancellation);
        // What a person has deleted is to be gone from the files too, at once; where somebody reads at this moment, the housekeeping goes on trying.
        if (effects.Any(effect => effect is WithdrawReport or DeleteReply))
            await database.Expunge(cancellation);
        return stored;
    }

    /// <summary>Everything that costs time, before the transaction; null where there is nothing under the receipt.</summary>
    async Task<Change?> Prepare(Effect effect, SealedWords? words, ChatKey? sender, InForce? readers, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        switch (effect)
        {
            case SubmitReport submit:
                var report = Seal(submit, words, sender, readers!, today);
                return async (connection, transaction) =>
                    await ReportStore.Insert(connection, transaction, report) || await ReportStore.IsThere(connection, transaction, report.Id);
            case AddWords add:
                if (await receipts.Find(LookupOf(add.Receipt), time.GetUtcNow(), cancellation) is not { } found)
                    return null;
                var addition = add.IsSealed
                    ? Sealer.Of(new(found.ReportId, DraftKeys.AdditionId(pepper, add.Secret), Direction.Addition), words!.Body, words.Keys, today)
                    : await sealer.Addition(add, found.ReportId, readers!, today, cancellation);
                return (connection, transaction) => ReceiptStore.Add(connection, transaction, addition, today);
            case WithdrawReport withdraw:
                var withdrawn = LookupOf(withdraw.Receipt);
                return async (connection, transaction) =>
                {
                    await ReceiptStore.Withdraw(connection, transaction, withdrawn, today);
                    return true;
                };
            case DeleteReply delete:
                var lookup = LookupOf(delete.Receipt);
                return (connection, transaction) => ReceiptStore.DeleteReply(connection, transaction, lookup, delete.Start, today);
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "Carry out this effect here.");
        }
    }

    string LookupOf(Receipt receipt)
    {
        using var keys = derive(receipt);
        return keys.Lookup;
    }

    SealedReport Seal(SubmitReport submit, SealedWords? words, ChatKey? sender, InForce readers, DateOnly today)
    {
        var draft = submit.Report.Draft;
        var id = DraftKeys.ReportId(pepper, draft.Secret);
        var (urgency, reason) = Urgency.Of(draft.Facets);
        using var keys = submit.WithReceipt ? derive(Receipt.Of(DraftKeys.ReceiptNumber(pepper, draft.Secret))) : null;
        return new()
        {
            Id = id,
            ReceivedOn = today,
            Language = submit.Report.Language.Code,
            Urgency = urgency,
            UrgencyReason = reason,
            Facets = draft.Facets,
            ReceiptLookup = keys?.Lookup,
            ReporterKey = keys?.PublicKey,
            Flood = (long)limits.Submitted(id, sender, submit.Report.Words),
            Envelope = submit.IsSealed ? Sealer.Of(new(id, words!.EnvelopeId, Direction.Report), words.Body, words.Keys, today) : sealer.Report(submit.Report, readers, today),
        };
    }
}
