using System.Text;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Journeys;

/// <summary>The same on PostgreSQL: no row of any table, and no file of the server where it is ours, leads to the person.</summary>
[Collection(PostgresTests.Name)]
public sealed class LeakHuntPostgresTests(PostgresServer server)
{
    [Fact]
    public async Task No_row_and_no_file_of_the_server_leads_to_a_person()
    {
        await using var premises = await Premises.Open(new PostgresTestDatabase(server));
        var person = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await Hunted.Tells(person);
        var traces = Hunted.TracesOf(premises, person);
        await Hunted.Sends(premises, person, traces);
        await Hunted.Chats(premises);
        await premises.Kill();
        await premises.Change("CREATE TABLE seen (one TEXT)");

        Assert.Empty(LeakHuntTests.Leaks(premises, traces));
        Assert.Empty(await Leaks(premises, traces));
        Assert.Equal(2, await premises.Reports());

        await premises.Change($"INSERT INTO seen VALUES ('{person.Phone.Id:x}')");
        Assert.Contains("a row: the chat, hexadecimal", await Leaks(premises, traces));
    }

    async Task<IReadOnlyList<string>> Leaks(Premises premises, Traces traces)
    {
        var rows = await premises.Rows();
        Assert.NotEmpty(rows);
        List<string> leaks = [.. rows.SelectMany(row => traces.In(Encoding.UTF8.GetBytes(row))).Select(trace => $"a row: {trace}")];
        if (server.DataFolder is not { } folder)
            return leaks;
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.Contains("pg_wal", StringComparison.Ordinal));
        leaks.AddRange(files.SelectMany(file => traces.In(Read(file)).Select(trace => $"{Path.GetRelativePath(folder, file)}: {trace}")));
        return leaks;
    }

    /// <summary>The server deletes files of its own while it runs; one that is gone leads to nobody.</summary>
    static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
