using MigrantBot.Storage;

namespace MigrantBot.Backups;

/// <summary>
/// One backup a night, after what grew too old was deleted, and none of its own older than 14 days. Every process that has the settings does this; the database
/// lets one be enough. It begins with the process, so a night on which nothing ran is made up for.
/// </summary>
sealed partial class NightlyBackup(
    BackupMaking making, BackupNights nights, House house, BackupOptions options, TimeProvider time, ILogger<NightlyBackup> log) : Rounds(Every, time)
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override void NotDone(Exception trouble)
    {
        if (trouble is IOException or UnauthorizedAccessException)
            NoRoom(log, options.Folder, trouble.Message);
        else
            NotDone(log, trouble.GetType().Name);
    }

    /// <summary>Old ones go first: they may have the room that the new one needs.</summary>
    protected override async Task Work(CancellationToken cancellation)
    {
        var now = Time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (await nights.Look(today, cancellation) is not { IsCleared: true } night)
            return;
        var names = new BackupNames(await house.Called(cancellation));
        if (Directory.Exists(options.Folder))
            foreach (var old in Directory.EnumerateFiles(options.Folder).Where(file => names.IsToGo(Path.GetFileName(file), night.Counted)).ToList())
                File.Delete(old);
        if (night.IsMade)
            return;
        var name = names.Of(today);
        await Make(Path.Combine(options.Folder, name), today, cancellation);
        if (await nights.Made(today, BackupMaking.About(options.Key), now, cancellation))
            IsMade(log, name);
    }

    /// <summary>Where it lies there already, another process has made it, or this one when it was ended before it could say so.</summary>
    async Task Make(string path, DateOnly today, CancellationToken cancellation)
    {
        if (File.Exists(path))
            return;
        var aside = await making.WriteAside(path, options.Key, today, cancellation);
        try
        {
            File.Move(aside, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster: one is enough.
        }
        finally
        {
            File.Delete(aside);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Tonight's backup is made: {Name}.")]
    static partial void IsMade(ILogger log, string name);

    [LoggerMessage(Level = LogLevel.Error, Message =
        "Tonight's backup could not be written to {Folder}, or an old one not deleted ({Why}) It is tried again in ten minutes: see that the folder is there (Backup__Folder), that this user may write in it, and that its disk has room for twice the database.")]
    static partial void NoRoom(ILogger log, string folder, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Tonight's backup could not be made ({Kind}); it is tried again in ten minutes. See that the database answers; the verb “backup FILE” says more.")]
    static partial void NotDone(ILogger log, string kind);
}
