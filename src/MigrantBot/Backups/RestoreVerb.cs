using System.Data.Common;
using System.Globalization;
using MigrantBot.Core.Moderation;
using MigrantBot.Custody;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Dumping;

namespace MigrantBot.Backups;

/// <summary>
/// The verb <c>restore</c>: a backup into an empty database, all of it or nothing. The file is read to its end before the database is touched, so one that is
/// broken changes nothing.
/// </summary>
sealed class RestoreVerb(Database database, Pepper pepper, string pepperFile, TimeProvider clock)
{
    public async Task<Outcome> Restore(RestoreOrder order, CancellationToken cancellation)
    {
        var (pair, wrongSheets) = Sheets.Join(order.SheetA, order.SheetB, SheetKind.Backup);
        using var disposing = pair;
        if (pair is null)
            return wrongSheets!;
        var (backup, unread) = SealedBackup.Open(order.File, pair);
        using var closing = backup;
        if (backup is null)
            return unread!;
        try
        {
            return Objection(backup, order) ?? await Restore(backup, order, cancellation);
        }
        catch (InvalidDataException broken)
        {
            return Outcome.NotDone($"{order.File} {broken.Message} The database is as it was.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException)
        {
            return Outcome.NotDone($"The backup could not be put back to the end ({failure.Message}) The database is as it was: see that it answers and that its disk has room, then try again.");
        }
    }

    Outcome? Objection(SealedBackup backup, RestoreOrder order)
    {
        var (day, today) = (backup.Head.Day, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (backup.Head.Migration > Migration.Embedded()[^1].Number)
            return Outcome.ToMend($"{order.File} was made by a newer version of this program. Restore it with that version.");
        if (day.DayNumber > today.DayNumber + 1)
            return Outcome.ToMend($"{order.File} is of {Text(day)}, and by this machine it is {Text(today)}. Set the clock right first: ages are counted by it.");
        if (today.DayNumber - day.DayNumber > BackupNames.Days && !order.IsOlderThanPromised)
            return Outcome.ToMend(
                $"{order.File} is of {Text(day)}, more than {BackupNames.Days} days ago. Whoever took a report back since then, and whoever's report grew too old, was promised that after {BackupNames.Days} days it is gone from every backup too; "
                + "to put this one back breaks that promise. Take a newer one. If there is none, and you decide to break it: --older-than-promised");
        if (!order.IsPepperLost && !backup.IsOf(pepper))
            return Outcome.ToMend(
                $"{pepperFile} is not the pepper of the house that made {order.File}, or somebody else made that file. With another pepper no receipt finds its report and no old button its draft. "
                + "Put the right pepper there. If it is lost for good, and you know where the file comes from: --pepper-is-lost");
        return null;
    }

    async Task<Outcome> Restore(SealedBackup backup, RestoreOrder order, CancellationToken cancellation)
    {
        var active = await backup.Read((dump, isWhole) => Task.FromResult(Review.Active(dump, isWhole)));
        if (order.Team is null && active.Count > 0)
            return Outcome.ToMend(
                $"{order.File} is whole. Somebody who was removed since {Text(backup.Head.Day)} would come back with it, so say who is on the team today; whoever is not named is removed, with every key sealed to them. Active on that day were: "
                + $"{string.Join(", ", active)}. If all of them are still:   --team {string.Join(",", active)}");
        if (order.Team is [] && active.Count > 0)
            return Outcome.ToMend(
                "--team names nobody, so everybody would be removed, with every key sealed to them, and nobody could read what was told. Name who is on the team today, at least one: "
                + $"{string.Join(", ", active)}. Whoever has to go as well is removed afterwards (keys remove NAME).");
        if (order.Team?.Except(active).FirstOrDefault() is { } unknown)
            return Outcome.ToMend($"{unknown} is not among those who were active when {order.File} was made: {string.Join(", ", active)}. Name some of these; others are invited afterwards.");
        if (!await new Restoration(database).Restore(backup.Read<bool>, (order.Team ?? []).ToHashSet(), BackupMaking.About(backup.Head), clock.GetUtcNow(), cancellation))
            return Outcome.ToMend("The database is not empty, and nothing in it was touched. Let Database__ConnectionString name a new file or an empty database; to go back to an older state, move the old one away first.");
        var notCleared = await Clear(cancellation);
        return Outcome.Done($"The house of {Text(backup.Head.Day)} is back.\n", After([.. active.Except(order.Team ?? [])], order.IsPepperLost, notCleared));
    }

    /// <summary>The house is back by then, whatever becomes of this: what was deleted in it goes from the files too. Else why not.</summary>
    async Task<string?> Clear(CancellationToken cancellation)
    {
        try
        {
            await database.Compact(cancellation);
            await database.Expunge(cancellation);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException)
        {
            return $"What was deleted may still lie in the files of the database ({failure.Message}) The program clears them in its first night: see that it runs.";
        }
    }

    string After(string[] removed, bool isPepperLost, string? notCleared) => string.Join('\n', new[]
    {
        notCleared,
        removed.Length == 0 ? null : $"Removed, for they are not on the team: {string.Join(", ", removed)}.",
        $"What grew too old meanwhile is deleted, of the days since then {CountedDay.MostAtOnce} at once and the others night by night; claims are ended, and everybody has to sign in anew. What cannot be known:",
        "- Reports that were taken back after that day are here again, and so are answers and passkeys that were deleted since. Who has a number can take back again.",
        "- Of the team only people were asked for. Let each look through their passkeys (settings); look through the partners' keys (ngo list); load every list signed since (keys load, in their order).",
        "- Errata that were said after that day are gone (publish list): say them once more.",
        "Now:",
        "1. audit verify   says whether the list of deeds is whole. Heads that were noted after that day are not found any more.",
        isPepperLost
            ? $"2. The pepper in {pepperFile} is another one: no receipt from before finds its report, and an old button that is pressed once more sends a second report."
            : $"2. Keep {pepperFile} as it is: it is the right one.",
        $"3. Leave the folder {pepperFile}.published as it is, or bring the newest one there: what had appeared after that day appears again from it, and nothing is drawn twice.",
        "4. Start the program. Of two houses with the same content only one may serve.",
    }.OfType<string>());

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
