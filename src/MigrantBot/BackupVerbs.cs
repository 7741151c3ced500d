using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MigrantBot.Backups;
using MigrantBot.Sealing;
using MigrantBot.Storage;

namespace MigrantBot;

/// <summary>The verbs <c>backup</c> and <c>restore</c>.</summary>
static class BackupVerbs
{
    const int HelpAsked = 2;

    internal static async Task<int> Backup(string[] words)
    {
        if (FileIn(words) is not { } file)
            return await Help();
        var builder = Verbs.Quiet();
        List<string> refusals = [];
        if (Settings.Read(builder.Configuration, refusals) is not { } settings)
            return await Verbs.Refuse([.. refusals]);
        if (NoPepper(settings.PepperFile) is { } missing)
            return await Verbs.Refuse(missing);
        return await Verbs.WithFoundation(builder, async (_, foundation) =>
        {
            var making = new BackupMaking(foundation.Database, foundation.Pepper, RandomNumberGenerator.Fill);
            var verb = new BackupVerb(foundation.Database, making, new(foundation.Database), TimeProvider.System);
            using var stopping = new CancellationTokenSource();
            using var interrupt = StopOn(PosixSignal.SIGINT, stopping);
            using var end = StopOn(PosixSignal.SIGTERM, stopping);
            return await KeysVerbs.Say(await verb.Make(file, foundation.Settings.Backup, stopping.Token));
        });
    }

    /// <summary>Null where something else is asked for: a file whose name begins with a dash is easier made than deleted.</summary>
    internal static string? FileIn(string[] words) => words is [var file] && file.AsSpan().Trim() is [not '-', ..] ? file : null;

    /// <summary>A new pepper in a wrong folder would mark a backup as another house's. Null where one lies there.</summary>
    internal static string? NoPepper(string pepperFile) => File.Exists(pepperFile)
        ? null
        : $"There is no pepper at {pepperFile}: put that of the house there, for its owner only (chmod 600), or let Pepper__File name it. A backup does not hold it.";

    /// <summary>So that Ctrl-C leaves nothing half written.</summary>
    static PosixSignalRegistration StopOn(PosixSignal signal, CancellationTokenSource stopping) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        stopping.Cancel();
    });

    /// <summary>Lays no foundation: that would make a pepper where there is none, and this one has to be the house's own.</summary>
    internal static async Task<int> Restore(string[] words)
    {
        if (RestoreOrder.Read(words) is not { } order)
            return await Help();
        List<string> refusals = [];
        if (Settings.Read(Verbs.Quiet().Configuration, refusals) is not { } settings)
            return await Verbs.Refuse([.. refusals]);
        if (!order.IsPepperLost && NoPepper(settings.PepperFile) is { } missing)
            return await Verbs.Refuse(missing);
        if (!PepperFile.TryOpen(settings.PepperFile, RandomNumberGenerator.Fill, out var pepper, out var refusal))
            return await Verbs.Refuse(refusal);
        try
        {
            await using var database = await Database.Open(settings.Database, CancellationToken.None);
            return await KeysVerbs.Say(await new RestoreVerb(database, pepper, settings.PepperFile, TimeProvider.System).Restore(order, CancellationToken.None));
        }
        catch (UnusableDatabaseException unusable)
        {
            return await Verbs.Refuse(unusable.Message);
        }
    }

    static Task<int> Help()
    {
        System.Console.Error.WriteLine($"""
            A backup is the whole database in one file, sealed to Backup__Key. It opens with two sheets of paper only. The pepper is not in it.

              keys backup FOLDER    on a computer without a network: make the key as two sheets to print; prints the setting Backup__Key
              backup FILE           make one now, also while the program runs. With Backup__Key and Backup__Folder it makes one every
                                    night by itself, and deletes its own after {BackupNames.Days} days
              restore FILE --sheet-a FILE --sheet-b FILE [--team NAME,NAME]
                                    put one back into an empty database, SQLite or PostgreSQL, whichever it was made from. Stop the
                                    program first. Needs the same pepper. Without --team it says who was on the team, and changes nothing
                [--older-than-promised]   though it is older than {BackupNames.Days} days, and what was taken back since then comes back
                [--pepper-is-lost]        though there is another pepper, and no receipt from before will find its report
            """);
        return Task.FromResult(HelpAsked);
    }
}
