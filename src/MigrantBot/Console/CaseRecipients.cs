using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>To whose keys what is written inside a case is sealed: the one place that says so, for the page that seals and for the check of what comes.</summary>
sealed class CaseRecipients(CaseStore cases)
{
    /// <summary>Of an answer: the reporter, who has a key, and those who read a note.</summary>
    public async Task<IReadOnlyList<Answer.RecipientView>> OfAnswer(CaseRow row, Moderator author, CancellationToken cancellation) =>
        [new(SealedEnvelope.Reporter, row.ReporterKey!), .. await OfNote(row, author, cancellation)];

    /// <summary>Of a note: its author, and who else can read the report itself.</summary>
    public async Task<IReadOnlyList<Answer.RecipientView>> OfNote(CaseRow row, Moderator author, CancellationToken cancellation) =>
        [
            new(author.Id, author.BoxKey),
            .. (await cases.Holders(row.Id, author.Id, cancellation)).Where(holder => holder.Id != author.Id).Select(holder => new Answer.RecipientView(holder.Id, holder.BoxKey)),
        ];
}
