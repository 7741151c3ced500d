using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>To whose keys what is written inside a case is sealed: the one place that says so, for the page that seals and for the check of what comes.</summary>
sealed class CaseRecipients(CaseStore cases, Roster roster)
{
    /// <summary>Of an answer: the reporter, who has a key, and those who read a note.</summary>
    public async Task<IReadOnlyList<Answer.RecipientView>> OfAnswer(CaseRow row, Moderator author, CancellationToken cancellation) =>
        [new(SealedEnvelope.Reporter, row.ReporterKey!), .. await OfNote(row, author, cancellation)];

    /// <summary>Of a note: its author, who else can read the report itself and may read still, and the recovery key. Nobody where the author may not read.</summary>
    public async Task<IReadOnlyList<Answer.RecipientView>> OfNote(CaseRow row, Moderator author, CancellationToken cancellation)
    {
        var holders = await cases.Holders(row.Id, author.Id, cancellation);
        var readers = (await roster.Now(cancellation)).ReadersOf(author.Id, holders.Select(holder => holder.Id));
        return [.. (readers ?? []).Select(one => new Answer.RecipientView(one.Id, one.BoxKey))];
    }
}
