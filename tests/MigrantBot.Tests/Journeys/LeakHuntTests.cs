using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Backups;
using MigrantBot.Tests.Emulator;

namespace MigrantBot.Tests.Journeys;

/// <summary>After a whole report, also one on which much goes wrong, nothing on the disk and nothing printed leads to the person or opens the bot.</summary>
public sealed class LeakHuntTests
{
    static readonly string[] Categories = ["Microsoft", "Microsoft.AspNetCore", "Microsoft.Hosting", "Microsoft.Extensions", "System", "System.Net.Http", "Npgsql"];

    public static TheoryData<string, bool> Levels => new() { { "Debug", false }, { "Trace", true } };

    [Theory]
    [MemberData(nameof(Levels))]
    public async Task Nothing_on_the_disk_and_nothing_printed_leads_to_a_person(string level, bool isForced)
    {
        using var vault = new Vault();
        await using var premises = await Premises.Open(
            [("Backup__Key", $"{vault.Key}"), ("Backup__Folder", vault.Folder), ("Logging__LogLevel__Default", level), .. (isForced ? Categories : []).Select(category => ($"Logging__LogLevel__{category}", level))]);
        var person = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await Hunted.Tells(person);
        var traces = Hunted.TracesOf(premises, person).Of("the click", "2190000000000000").Of("the token", BotApiEmulator.Token.Split(':')[1]);
        await Hunted.Sends(premises, person, traces);
        await Hunted.Chats(premises);
        await premises.Kill();

        Assert.Empty(Leaks(premises, traces));
        Assert.True(new FileInfo(Path.Combine(premises.Folder, "data/migrantbot.db-wal")).Length > 0, "The database was not looked at while it was in use.");
        Assert.Equal(isForced, premises.Log.Contains("dbug: Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.Contains("refused", premises.Log, StringComparison.Ordinal);
        Assert.Equal(2, await premises.Reports());
        await NothingInABackupLeadsThere(premises, vault, traces);

        await File.WriteAllTextAsync(Path.Combine(premises.Folder, "tmp/plant"), $"chat {person.Phone.Id:x}");
        Assert.Equal(["tmp/plant: the chat, hexadecimal"], Leaks(premises, traces));
    }

    static async Task NothingInABackupLeadsThere(Premises premises, Vault vault, Traces traces)
    {
        var (exitCode, printed) = await premises.Runs("backup", vault.File("one.backup"));
        Assert.True(exitCode == 0, printed);
        var within = vault.Unsealed(vault.File("one.backup"));
        Assert.True(within.AsSpan().IndexOf("envelope_keys"u8) > 0, "The backup was not opened.");
        Assert.Empty(traces.In(within));
    }

    [Fact]
    public async Task Killed_in_the_middle_of_a_draft_it_has_left_nothing_on_the_disk_and_goes_on_where_it_was()
    {
        await using var premises = await Premises.Open();
        var person = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await Hunted.Tells(person);
        await premises.Kill();

        Assert.Empty(Leaks(premises, Hunted.TracesOf(premises, person).Of("the draft", Hunted.DraftOn(person))));
        Assert.Equal(0, await premises.Reports());

        await premises.Start();
        await person.Goes([Step.Press("preview.send", "sent.heading")]);
        Assert.Contains(Hunted.Marker, Assert.Single(await premises.Told()), StringComparison.Ordinal);
    }

    /// <summary>In every file that has bytes (the runtime's sockets have none), and in all that was printed.</summary>
    internal static IEnumerable<string> Leaks(Premises premises, Traces traces) =>
        Directory.GetFiles(premises.Folder, "*", SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length > 0)
            .SelectMany(file => traces.In(File.ReadAllBytes(file)).Select(trace => $"{Path.GetRelativePath(premises.Folder, file)}: {trace}"))
            .Concat(premises.Printed.SelectMany(traces.In).Select(trace => $"printed: {trace}"));
}
