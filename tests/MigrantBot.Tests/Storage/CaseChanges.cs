using MigrantBot.Core.Moderation;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

/// <summary>What moderators do, in few words. They are called as their ids are.</summary>
static class CaseChanges
{
    public static Task<Decision?> Change(this CaseStore cases, string id, string me, Func<Case, Decision> decide, DateOnly today, CancellationToken cancellation) =>
        cases.Change(id, new Deed(me, me, "act", new(today, new TimeOnly(8, 0), TimeSpan.Zero)), current => Task.FromResult(decide(current)), cancellation);

    public static Task<Decision?> Claim(this CaseStore cases, string id, string me, DateTimeOffset now) =>
        cases.Change(id, new Deed(me, me, "claim", now), current => Task.FromResult(Moderating.Claim(current, me, now)), CancellationToken.None);

    /// <summary>Nothing when it was refused.</summary>
    public static async Task<IReadOnlyList<DeliveredEnvelope>> Deliver(this CaseStore cases, string id, string me, DateTimeOffset now, CancellationToken cancellation) =>
        await cases.Open(id, new Deed(me, me, "open", now), cancellation) is Delivery.Given given ? given.Envelopes : [];

    public static async Task<IReadOnlyList<CaseRow>> Queue(this Database database, string me, Shelf shelf = Shelf.Mine, QueuePlace? after = null) =>
        (await new QueueStore(database).Page(new QueueAsked(me, shelf, new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero)) { After = after }, CancellationToken.None)).Cases;
}
