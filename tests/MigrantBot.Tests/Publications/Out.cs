using MigrantBot.Core.Publications;
using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Publications;

/// <summary>Publications with figures that everybody can check in the head: the first cell has 40, each next one 3 less, down to what is not shown.</summary>
static class Out
{
    public const string Head = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    public static readonly DateTimeOffset Appeared = new(2026, 11, 15, 9, 0, 0, TimeSpan.Zero);

    public static Period Period(string name) => Core.Publications.Period.Read(name)!;

    public static Figures Figures(string period, Volume volume = Volume.Normal, long most = 40)
    {
        var known = Period(period);
        var tables = Plan.Tables(known.Cadence, volume).Select(spec => Filled(spec, most)).ToList();
        return new(known, volume, tables.Find(table => table.Spec == Plan.Total)?.Cells[0].Value ?? 111, tables);
    }

    public static PublicationFile File(string period, Volume volume = Volume.Normal, long most = 40, bool isInvented = false) =>
        PublicationText.Write(Figures(period, volume, most), new(new DateOnly(2026, 11, 15), Head, isInvented));

    /// <summary>As the publishing does it, only the draw is known beforehand.</summary>
    public static async Task Publish(Database database, string period, Volume volume = Volume.Normal, long most = 40) =>
        Assert.NotNull(await new PublicationStore(database).Publish(Period(period), volume, _ => File(period, volume, most), Appeared, CancellationToken.None));

    /// <summary>A key that is in force, as its owner has it.</summary>
    public static async Task<NgoKey> Key(Database database, TimeProvider clock, params IReadOnlyCollection<string> scopes) =>
        Assert.IsType<KeyIssue.Made>(await new NgoKeys(new NgoKeyStore(database), clock).Issue(
            "Some NGO", scopes.Count == 0 ? Scope.All : scopes, AuditRow.Operator, CancellationToken.None)).Key;

    static Table Filled(TableSpec spec, long most)
    {
        List<long> values = [.. spec.Keys.Select((_, cell) => spec.By.Count == 0 ? most + 100 : Math.Max(0, most - (3 * cell)))];
        List<long> hidden = [.. values.Where(value => value < spec.ShowFrom)];
        return new(spec, [.. values.Select((value, cell) => new Cell(spec.Keys[cell], value < spec.ShowFrom ? null : value))],
            hidden.Count > 0 && spec.By.Count == 1 ? hidden.Sum() : null);
    }
}
