using MigrantBot.Storage;

namespace MigrantBot.Custody;

/// <summary>
/// The verb <c>keys remove NAME</c>, on the server: for when there are no two people who could do it in the console. Whoever is removed reads nothing from
/// then on, also while the list still names them.
/// </summary>
sealed class RemoveVerb(TeamStore team, Removal removal, RosterOptions options, TimeProvider clock)
{
    public async Task<Outcome> Remove(string handle, CancellationToken cancellation)
    {
        if ((await team.People(cancellation)).FirstOrDefault(one => one.Handle == handle) is not { } person)
            return Outcome.NotDone($"There is nobody here called {handle}. Who is: keys list, or the page of the team.");
        var alone = await removal.WouldCloseForAll(person.Id, cancellation);
        if (!await removal.Remove(person.Id, Storage.Rows.AuditRow.Operator, clock.GetUtcNow(), cancellation))
            return Outcome.NotDone($"{handle} was removed at this moment by somebody else.");
        return Outcome.Done(
            $"{handle} is removed: sessions, passkeys, keys and drafts are gone.\n",
            string.Join('\n', new[]
            {
                alone == 0 ? null : $"{alone} cases can be opened by nobody who is here. With a recovery key: keys export, keys recover, keys import.",
                options.Root is null || person.IsAdministrator ? null : "Take them off the list too: keys draft, keys sign, keys load.",
            }.OfType<string>()));
    }
}
