using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using MigrantBot.Core.Reporting;
using MigrantBot.Intake;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Journeys;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Intake;

/// <summary>Many come back at once. Derivations wait until the test lets them go.</summary>
public sealed class ReturningCrowdTests() : StorageContract(new SqliteTestDatabase()), IDisposable
{
    static readonly Pepper Pepper = new(new byte[Pepper.Length]);

    readonly ManualResetEventSlim released = new();
    readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly ConcurrentQueue<Receipt> derived = [];
    readonly FakeTime time = new();
    int atOnce;
    int mostAtOnce;

    public void Dispose() => released.Dispose();

    Returning Returning() => new(new ReceiptStore(Database), new ReturningReplies(new ReceiptStore(Database), Some.Trial(Database), NullLogger<ReturningReplies>.Instance), Derive, time);

    ReceiptKeys Derive(Receipt receipt)
    {
        mostAtOnce = Math.Max(mostAtOnce, Interlocked.Increment(ref atOnce));
        derived.Enqueue(receipt);
        begun.TrySetResult();
        Assert.True(released.Wait(Patience.Long));
        Interlocked.Decrement(ref atOnce);
        return ReceiptKeys.Derive(Pepper, receipt.Reveal());
    }

    /// <summary>The first is under way, and will be until <see cref="released"/>.</summary>
    async Task<Task<Found>> Begin(Returning returning, ChatKey? chat)
    {
        var first = Task.Run(() => returning.Find(Receipt.Of(0), chat, null, CancellationToken.None));
        await begun.Task.WaitAsync(Patience.Long);
        return first;
    }

    [Fact]
    public async Task Fifty_attempts_at_once_are_worked_off_one_by_one_and_hold_up_nobody_else()
    {
        await using var home = await IntakeHome.Open();
        using var returning = Returning();
        var first = await Begin(returning, null);

        var others = Enumerable.Range(1, 49).Select(number =>
            returning.Find(Receipt.Of((UInt128)number), number % 2 == 0 ? ChatKey.Of(number) : null, null, CancellationToken.None)).ToList();
        var screen = await home.Press(IntakeHome.Telling(7)).WaitAsync(Patience.Long);

        Assert.IsType<ReportPlace.Telling>(screen.Place);
        Assert.DoesNotContain(others, other => other.IsCompleted);
        Assert.Single(derived);

        released.Set();
        Assert.All(await Task.WhenAll([first, .. others]).WaitAsync(Patience.Long), found => Assert.IsType<Found.Nothing>(found));
        Assert.Equal((50, 1), (derived.Count, mostAtOnce));
    }

    [Fact]
    public async Task Of_fifty_attempts_of_one_chat_at_once_five_are_worked_for()
    {
        using var returning = Returning();
        var chat = ChatKey.Of(1);
        var first = await Begin(returning, chat);
        var others = Enumerable.Range(1, 49).Select(number => returning.Find(Receipt.Of((UInt128)number), chat, null, CancellationToken.None)).ToList();

        released.Set();
        var found = await Task.WhenAll([first, .. others]).WaitAsync(Patience.Long);

        Assert.Equal((5, 45), (found.OfType<Found.Nothing>().Count(), found.OfType<Found.TooOften>().Count()));
        Assert.Equal(5, derived.Count);
    }

    [Fact]
    public async Task A_chat_does_not_stand_in_the_queue_of_the_web()
    {
        using var returning = Returning();
        var first = await Begin(returning, null);
        var web = Enumerable.Range(1, 30).Select(number => returning.Find(Receipt.Of((UInt128)number), null, null, CancellationToken.None)).ToList();
        var chat = returning.Find(Receipt.Of(99), ChatKey.Of(1), null, CancellationToken.None);

        released.Set();
        await Task.WhenAll([first, .. web, chat]).WaitAsync(Patience.Long);

        Assert.Equal(Receipt.Of(99), derived.ElementAt(1));
    }

    [Fact]
    public async Task Who_has_tried_many_wrong_ones_and_goes_on_is_not_in_the_way_of_who_has_not()
    {
        using var returning = Returning();
        released.Set();
        for (var number = 0; number < ReturningTries.MostOfAll; number++)
            await returning.Find(Receipt.Of((UInt128)number), Attacker(number), null, CancellationToken.None);
        released.Reset();
        time.Advance(ReturningLane.Rest);
        var attack = Enumerable.Range(0, 30).Select(number => Task.Run(() => returning.Find(Receipt.Of((UInt128)(1000 + number)), Attacker(number), null, CancellationToken.None))).ToList();
        await Eventually.True(() => Volatile.Read(ref atOnce) == 1, () => "Nobody is at work.");
        var honest = returning.Find(Receipt.Of(99), ChatKey.Of(1), null, CancellationToken.None);

        var ending = Release();
        Assert.IsType<Found.Nothing>(await honest.WaitAsync(Patience.Long));
        await Task.WhenAll(attack).WaitAsync(Patience.Long);
        await ending;

        Assert.Contains(Receipt.Of(99), derived.Skip(ReturningTries.MostOfAll).Take(2));

        static ChatKey Attacker(int number) => ChatKey.Of(100 + number % 30);

        async Task Release()
        {
            released.Set();
            while (!attack.TrueForAll(one => one.IsCompleted))
            {
                time.Advance(ReturningLane.Rest);
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task More_than_can_wait_are_asked_to_come_later_and_have_cost_nothing()
    {
        using var returning = Returning();
        var first = await Begin(returning, null);
        var others = Enumerable.Range(1, ReturningLane.Most + 9).Select(number => returning.Find(Receipt.Of((UInt128)number), null, null, CancellationToken.None)).ToList();
        Assert.Equal(10, others.Count(other => other.IsCompleted));
        Assert.All(others.TakeLast(10), other => Assert.IsType<Found.TooOften>(other.Result));

        released.Set();
        await Task.WhenAll([first, .. others]).WaitAsync(Patience.Long);

        Assert.Equal(ReturningLane.Most, derived.Count);
        Assert.IsType<Found.Nothing>(await returning.Find(Receipt.Of(99), null, null, CancellationToken.None));
    }

    [Fact]
    public async Task Who_hangs_up_while_waiting_leaves_the_queue_and_has_cost_nothing()
    {
        using var returning = Returning();
        using var hangUp = new CancellationTokenSource();
        var first = await Begin(returning, null);
        var gone = returning.Find(Receipt.Of(1), null, null, hangUp.Token);
        var next = returning.Find(Receipt.Of(2), null, null, CancellationToken.None);

        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        released.Set();
        await Task.WhenAll(first, next).WaitAsync(Patience.Long);

        Assert.Equal([Receipt.Of(0), Receipt.Of(2)], derived);
    }

    [Fact]
    public async Task Who_hangs_up_while_the_work_is_done_has_tried_all_the_same()
    {
        using var hangUp = new CancellationTokenSource();
        using var returning = new Returning(
            new ReceiptStore(Database), new ReturningReplies(new ReceiptStore(Database), Some.Trial(Database), NullLogger<ReturningReplies>.Instance),
            receipt =>
            {
                hangUp.Cancel();
                return ReceiptKeys.Derive(Pepper, receipt.Reveal());
            },
            new FakeTime());

        for (var number = 0; number < 5; number++)
            Assert.IsType<Found.Nothing>(await returning.Find(Receipt.Of((UInt128)number), ChatKey.Of(1), null, number == 0 ? hangUp.Token : CancellationToken.None));
        Assert.IsType<Found.TooOften>(await returning.Find(Receipt.Of(5), ChatKey.Of(1), null, CancellationToken.None));
    }
}
