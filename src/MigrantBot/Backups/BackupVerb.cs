using System.Data.Common;
using MigrantBot.Custody;
using MigrantBot.Storage;
using MigrantBot.Storage.Dumping;

namespace MigrantBot.Backups;

/// <summary>The verb <c>backup FILE</c>, also beside a running process.</summary>
sealed class BackupVerb(Database database, BackupMaking making, BackupNights nights, TimeProvider clock)
{
    public static readonly Outcome NoKey = Outcome.ToMend(
        "Backup__Key is missing: make a key on a computer without a network (keys backup FOLDER), set the line that it prints, and with it Backup__Folder, where the nightly backups go.");

    public async Task<Outcome> Make(string path, BackupOptions? options, CancellationToken cancellation)
    {
        if (options is null)
            return NoKey;
        if (Path.Exists(path))
            return IsThere(path);
        if (await Vacancy.Is(database, cancellation))
            return Outcome.ToMend(
                "Nobody has worked with this database yet, so there is nothing to back up. Let Database__ConnectionString name the house's own; a file name in it without a leading / counts from the working folder.");
        string? aside = null;
        try
        {
            var now = clock.GetUtcNow();
            aside = await making.WriteAside(path, options.Key, DateOnly.FromDateTime(now.UtcDateTime), cancellation);
            await nights.WriteDown(BackupMaking.About(options.Key), now, cancellation);
            File.Move(aside, path);
            return Outcome.Done(
                $"{path}\n",
                $"The backup holds the whole database but sessions and one-time links, and opens with the two sheets of key {options.Key.Name} only. The pepper is not in it: keep that by itself. "
                + $"Take the file to another place, and delete it after {BackupNames.Days} days: so it is promised to who takes a report back.");
        }
        catch (IOException) when (aside is not null && File.Exists(aside) && Path.Exists(path))
        {
            return IsThere(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Outcome.NotDone($"{path} cannot be written, and nothing was left there ({failure.Message}) Name a file in a folder that is there and yours to write, on a disk with room for twice the database.");
        }
        catch (OperationCanceledException)
        {
            return Outcome.NotDone("Stopped: no backup was made, and nothing was left there.");
        }
        catch (DbException failure)
        {
            return Outcome.NotDone($"The database did not answer to the end, and no backup was made ({failure.Message}) See that it runs, then try again.");
        }
        finally
        {
            if (aside is not null)
                File.Delete(aside);
        }
    }

    static Outcome IsThere(string path) => Outcome.ToMend($"{path} is there already and is not written over. Name another file, or move that one away.");
}
