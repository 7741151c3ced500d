using MigrantBot.Storage;

namespace MigrantBot.Intake;

/// <summary>
/// Whether anybody can read a report, known without asking the database in each turn. It may be a few seconds late; whoever stores a report asks
/// again.
/// </summary>
sealed class Readers(Roster roster)
{
    volatile bool any;

    public bool AreThere => any;

    public async Task Look(CancellationToken cancellation) => any = (await roster.Now(cancellation)).Readers.Count > 0;
}
