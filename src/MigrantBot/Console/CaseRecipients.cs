using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>To whose keys what is written inside a case is sealed: the one place that says so, for the page that seals and for the check of what comes.</summary>
sealed class CaseRecipients(CaseStore cases, Roster roster)
{
    /// <summary>Those who are to read it, and the key by which its author is known.</summary>
    public sealed record Readership(byte[] AuthorKey, IReadOnlyList<Answer.RecipientView> All);

    /// <summary>
    /// Of a note: its author, who else may read the report itself, the recovery key. An answer is for the same and the reporter, who has a key. Null where the
    /// author may not read any more.
    /// </summary>
    public async Task<Readership?> Of(Direction direction, CaseRow row, string author, CancellationToken cancellation)
    {
        var holders = await cases.Holders(row.Id, author, cancellation);
        return (await roster.Now(cancellation)).ReadersOf(author, holders) is [var self, ..] readers
            ? new(self.SignKey,
            [
                .. direction == Direction.Reply ? [new Answer.RecipientView(SealedEnvelope.Reporter, row.ReporterKey!)] : Array.Empty<Answer.RecipientView>(),
                .. readers.Select(one => new Answer.RecipientView(one.Id, one.BoxKey)),
            ])
            : null;
    }
}
