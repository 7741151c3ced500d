using MigrantBot.Storage;

namespace MigrantBot.Custody;

/// <summary>The verb <c>keys export REPORT|all</c>, on the server: what is sealed to the recovery key, to be carried to the sheets.</summary>
sealed class ExportVerb(RecoveryStore recovery, TimeProvider clock)
{
    public async Task<Outcome> Export(string which, CancellationToken cancellation)
    {
        if (which != "all" && (which.Length < RecoveryStore.FewestLetters || !which.All(char.IsAsciiLetterOrDigit)))
            return Outcome.NotDone($"Name a report by at least the first {RecoveryStore.FewestLetters} letters of its id, or write all.");
        var keys = await recovery.Export(which == "all" ? null : which, clock.GetUtcNow(), cancellation);
        return keys.Count == 0
            ? Outcome.NotDone("Nothing of that is sealed to a recovery key: nothing was told while one was on the list, or it is gone.")
            : Outcome.Done(
                Papers.Write(new SealedForRecovery([.. keys.Select(key => new SealedForRecovery.One(key.ReportId, key.EnvelopeId, (int)key.Direction, key.SealedKey))])),
                $"{keys.Select(key => key.ReportId).Distinct().Count()} cases. Without both sheets nobody opens this file; carry it to them all the same, and leave no copy on the way.");
    }
}
