using MigrantBot.Core.Moderation;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using Refusal = MigrantBot.Core.Moderation.Refusal;

namespace MigrantBot.Demo;

/// <summary>What demo moderators do with invented cases, by the rules and through the stores by which everybody does it.</summary>
sealed class Work(Database database, Author author)
{
    readonly CaseStore cases = new(database);
    readonly CaseworkStore casework = new(database);

    public async Task Tell(SealedReport report) => Hold(await new ReportStore(database).Insert(report, CancellationToken.None), "tell");

    public async Task Add(SealedEnvelope addition) =>
        Hold(await database.Write((connection, transaction) => ReceiptStore.Add(connection, transaction, addition, addition.Day), CancellationToken.None), "add");

    /// <summary>Claims the case and reads all that is in it.</summary>
    public async Task Open(string report, Member by, DateTimeOffset at)
    {
        await Decide(report, by, "claim", at, current => Moderating.Claim(current, by.Id, at));
        Hold(await cases.Open(report, Does(by, "open", at), CancellationToken.None) is Delivery.Given, "open");
    }

    public Task Release(string report, Member by, DateTimeOffset at) =>
        Decide(report, by, "release", at, current => Moderating.Release(current, by.Id, current.Fence, at));

    public Task Wait(string report, Member by, DateTimeOffset at) => Decide(report, by, "wait", at, current => Moderating.Wait(current, by.Id, current.Fence, at));

    public Task Accept(string report, Member by, DateTimeOffset at) => Decide(report, by, "accept", at, current => Moderating.Accept(current, by.Id, current.Fence, at));

    public Task Reject(string report, Member by, DateTimeOffset at) => Decide(report, by, "reject", at, current => Moderating.Reject(current, by.Id, current.Fence, at));

    public async Task Close(string report, Member by, DateTimeOffset at)
    {
        await Decide(report, by, "claim", at, current => Moderating.Claim(current, by.Id, at));
        await Decide(report, by, "close", at.AddMinutes(1), current => Moderating.Close(current, by.Id, current.Fence, at));
    }

    public async Task Duplicate(string report, string original, Member by, DateTimeOffset at)
    {
        var first = await cases.Look(original, by.Id, CancellationToken.None);
        await Decide(report, by, "duplicate", at, current => Moderating.Duplicate(current, first, by.Id, current.Fence, at));
    }

    public async Task Reply(SealedReport report, Member by, string words, DateTimeOffset at)
    {
        var deed = Does(by, "reply", at);
        Hold(await casework.Reply(deed, await FenceOf(report, by), author.Signed(Direction.Reply, report, by, words, deed.Day), CancellationToken.None));
    }

    public async Task Note(SealedReport report, Member by, string words, DateTimeOffset at)
    {
        var deed = Does(by, "note", at);
        Hold(await casework.Note(deed, await FenceOf(report, by), author.Signed(Direction.Note, report, by, words, deed.Day, deed.Action), CancellationToken.None));
    }

    /// <summary>Makes the case one of the most urgent; the words are the reason.</summary>
    public async Task Raise(SealedReport report, Member by, string words, DateTimeOffset at)
    {
        var deed = Does(by, "urgency", at);
        var current = await Look(report.Id, by);
        Hold(await casework.Overrule(
            deed, current.Fence, current.Version, Urgency.Most, author.Signed(Direction.Note, report, by, words, deed.Day, deed.Action), CancellationToken.None));
    }

    async Task Decide(string report, Member by, string action, DateTimeOffset at, Func<Case, Decision> decide) =>
        Hold(await cases.Change(report, Does(by, action, at), current => Task.FromResult(decide(current)), CancellationToken.None) is Decision.Made, action);

    async Task<long> FenceOf(SealedReport report, Member by) => (await Look(report.Id, by)).Fence;

    async Task<Case> Look(string report, Member by) =>
        await cases.Look(report, by.Id, CancellationToken.None) ?? throw new InvalidOperationException("An invented case is not there for a demo moderator.");

    static Deed Does(Member by, string action, DateTimeOffset at) => new(by.Id, by.Handle, action, at);

    static void Hold(Refusal? refusal) => Hold(refusal is null, $"{refusal}");

    static void Hold(bool isDone, string what)
    {
        if (!isDone)
            throw new InvalidOperationException($"The demo asked for something that the rules refuse: {what}. Nothing was kept.");
    }
}
