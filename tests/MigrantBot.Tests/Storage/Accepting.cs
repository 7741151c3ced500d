using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

/// <summary>Reports on their way to being counted, as moderators bring them there.</summary>
static class Accepting
{
    const string Me = "m-1";

    public static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);

    /// <summary>Received on this day, with a receipt; its look-up value is <c>lookup-ID</c>.</summary>
    public static Task<bool> Receive(this Database database, string id, DateOnly day, Facets? facets = null)
    {
        var report = Some.ReportWithReceipt(id, $"envelope-{id}", $"lookup-{id}");
        return new ReportStore(database).Insert(
            report with { ReceivedOn = day, Facets = facets ?? report.Facets, Envelope = report.Envelope with { Day = day } }, CancellationToken.None);
    }

    public static Task Accept(this Database database, string id, DateOnly day) => database.Judge(id, day, Moderating.Accept);

    public static Task Reject(this Database database, string id, DateOnly day) => database.Judge(id, day, Moderating.Reject);

    public static Task End(this Database database, string id, DateOnly day) => database.Judge(id, day, Moderating.Close);

    public static async Task Reopen(this Database database, string id, DateOnly day) => Assert.IsType<Decision.Made>(
        await new CaseStore(database).Change(id, Me, current => Moderating.Reopen(current, Me, Noon(day)), day, CancellationToken.None));

    /// <summary>Received and accepted on the same day.</summary>
    public static async Task Count(this Database database, string id, DateOnly day, Facets? facets = null)
    {
        await database.Receive(id, day, facets);
        await database.Accept(id, day);
    }

    /// <summary>Corrects what was answered, as the holder of the case.</summary>
    public static async Task<Refusal?> Correct(this Database database, string id, DateOnly day, params (string Facet, string Value)[] changed)
    {
        var cases = new CaseStore(database);
        await cases.Claim(id, Me, Noon(day));
        var version = (await cases.Find(id, Me, CancellationToken.None))!.Version;
        return await new CaseworkStore(database).Correct(
            new(Me, Me, "correct", Noon(day)), await database.Fence(id), version, changed.ToDictionary(one => one.Facet, one => one.Value),
            Some.Note($"note-{Guid.NewGuid():N}", id, Me, "correct"), CancellationToken.None);
    }

    /// <summary>Every row of <c>counted</c>.</summary>
    public static Task<string[]> Counted(this Database database) => database.Read(async connection => (await connection.QueryAsync<string>(
        "SELECT report_id || ' ' || month || ' ' || region || ' ' || type || ' ' || citizenship || ' ' || actor FROM counted ORDER BY report_id")).ToArray(), CancellationToken.None);

    static async Task Judge(this Database database, string id, DateOnly day, Func<Case, string, long, DateTimeOffset, Decision> judge)
    {
        var cases = new CaseStore(database);
        await cases.Claim(id, Me, Noon(day));
        Assert.IsType<Decision.Made>(await cases.Change(id, Me, current => judge(current, Me, current.Fence, Noon(day)), day, CancellationToken.None));
    }
}
