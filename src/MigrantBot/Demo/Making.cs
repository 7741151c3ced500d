using System.Data.Common;
using MigrantBot.Core.Publications;
using MigrantBot.Publications;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Demo;

/// <summary>
/// Makes a demo in an empty database, all of it in one transaction: two years of reports that are counted, the last months of them as cases, three moderators,
/// an administrator, a key for an NGO, and all publications that are due, each on its day and drawn as every publication is.
/// </summary>
static class Making
{
    /// <summary>So long a decided case is surely still there; what is older is counted alone, as after its deletion.</summary>
    const int DaysOfCases = 84;

    const string Ngo = "Demo NGO";

    /// <summary>What opens the demo, written to <paramref name="file"/> before the demo is there; null, and nothing changed, where the database is not empty.</summary>
    public static Task<Access?> Make(Database database, Pepper pepper, string file, TimeProvider time, int seed, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            var now = time.GetUtcNow();
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            if (!await Invention.Begin(database, connection, transaction, today, Tales.FirstMonth(today)))
                return null;
            var inside = new OneTransaction(database, connection, transaction);
            var members = Member.Handles.Select(handle => Member.Make(handle, Tales.FirstMonth(today).FirstDay)).ToList();
            try
            {
                await Enrol(connection, transaction, members, Tales.FirstMonth(today).FirstDay);
                var receipt = await Live(inside, members, pepper, now, new Random(seed));
                await QueueRows.Raise(connection, transaction, today);
                var access = new Access(members.ToDictionary(one => one.Handle, one => one.Passcode), await Issue(inside, time, cancellation), receipt);
                await access.Write(file);
                return access;
            }
            finally
            {
                members.ForEach(one => one.Dispose());
            }
        }, cancellation);

    static async Task Enrol(DbConnection connection, DbTransaction transaction, IReadOnlyList<Member> members, DateOnly day)
    {
        var at = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero);
        var administrator = Member.MakeAdministrator(day);
        foreach (var (row, about) in members.Select(one => (one.Row, one.About)).Prepend((administrator, administrator.Role)))
        {
            await ModeratorStore.Insert(connection, transaction, row);
            await Audit.Append(connection, transaction, row.Handle, "enrol", about, at);
        }
    }

    /// <summary>All that has happened; the receipt of a report that was answered.</summary>
    static async Task<string> Live(Database database, IReadOnlyList<Member> members, Pepper pepper, DateTimeOffset now, Random dice)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var library = Library.Read();
        var tales = Tales.Of(library, today, dice);
        var firstCase = today.AddDays(-DaysOfCases);
        await database.Write(async (connection, transaction) =>
        {
            await Invention.Count(connection, transaction, tales.Where(tale => tale.Counts && tale.Day < firstCase)
                .Select(tale => (NewId(dice), Period.CountedIn(tale.Day, tale.ReadOn), tale.Facets)));
            return true;
        }, CancellationToken.None);
        var author = new Author(members, pepper, dice);
        var script = new Script(library, members, author, new Work(database, author), dice, now);
        foreach (var tale in tales.Where(tale => tale.Day >= firstCase))
            script.Add(tale);
        for (var month = Tales.FirstMonth(today); month.DueOn <= today; month = month.Next)
            AddPublications(script, database, month.DueOn, now);
        await script.Play();
        return script.Receipt ?? "";
    }

    /// <summary>What is due on this day, months before their quarter, by the calendar of every house.</summary>
    static void AddPublications(Script script, Database database, DateOnly day, DateTimeOffset now)
    {
        var due = new DateTimeOffset(day, new TimeOnly(5, 0), TimeSpan.Zero);
        var at = due < now ? due : now;
        var publishing = new Publishing(new PublicationStore(database), new House(database), new PublicationsOptions(), new StoodStill(at));
        script.Add(at, async () =>
        {
            await foreach (var _ in publishing.Run(AuditRow.System, CancellationToken.None))
                continue;
        });
    }

    static async Task<string> Issue(Database database, TimeProvider time, CancellationToken cancellation) =>
        await new NgoKeys(new NgoKeyStore(database), time).Issue(Ngo, Scope.All, AuditRow.Operator, cancellation) is KeyIssue.Made made
            ? made.Key.Reveal()
            : throw new InvalidOperationException("The demo's NGO got no key.");

    static string NewId(Random dice)
    {
        var bytes = new byte[16];
        dice.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>A clock that shows one moment.</summary>
    sealed class StoodStill(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
