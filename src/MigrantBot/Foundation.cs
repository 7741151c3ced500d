using System.Security.Cryptography;
using MigrantBot.Content;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Texts;

namespace MigrantBot;

/// <summary>What must be right before anything runs: settings, words and facts, the pepper, a database of this program's schema.</summary>
sealed record Foundation(Settings Settings, Edition Edition, Pepper Pepper, Database Database)
{
    public Invented Invented { get; init; } = new(Is: false);

    /// <summary>The foundation, or null after adding every reason why it cannot be laid, each with its mend.</summary>
    public static async Task<Foundation?> Lay(IConfiguration configuration, ICollection<string> refusals, CancellationToken cancellation)
    {
        if (Settings.Read(configuration, refusals) is not { } settings)
            return null;
        List<Fault> faults = [];
        var edition = Edition.Load(settings.Locales.Folder, faults);
        foreach (var fault in faults)
            refusals.Add(fault.ToString());
        if (!PepperFile.TryOpen(settings.PepperFile, RandomNumberGenerator.Fill, out var pepper, out var refusal))
            refusals.Add(refusal);
        if (refusals.Count > 0)
            return null;
        try
        {
            var database = await Database.Open(settings.Database, cancellation);
            await Migrator.Migrate(database, cancellation);
            var invented = new Invented(await new House(database).IsInvented(cancellation));
            if (!invented.Is || DemoVerb.AllowsDemo(settings, refusals))
                return new(settings, edition, pepper!, database) { Invented = invented };
            await database.DisposeAsync();
            return null;
        }
        catch (UnusableDatabaseException unusable)
        {
            refusals.Add(unusable.Message);
            return null;
        }
    }
}
