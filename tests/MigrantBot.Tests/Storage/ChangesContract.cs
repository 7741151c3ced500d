using Dapper;
using MigrantBot.Storage;
using MigrantBot.Tests.Intake;
using MigrantBot.Tests.Journeys;

namespace MigrantBot.Tests.Storage;

public abstract class ChangesContract(TestDatabase home) : StorageContract(home)
{
    readonly FakeTime clock = new();
    readonly Logbook<Changes> log = new();

    Changes Over(Database database) => new(database, clock, log);

    /// <summary>Lets seconds pass until it has happened.</summary>
    Task Passes(Func<bool> untilItIsSo, string otherwise) => Eventually.True(() =>
    {
        clock.Advance(Changes.Every);
        return untilItIsSo();
    }, () => otherwise);

    [Fact]
    public async Task The_mark_changes_with_each_commit_of_anybody_and_with_nothing_that_is_only_read()
    {
        var other = await Another();
        await Database.Read(async connection =>
        {
            Task<string?> Mark() => connection.ExecuteScalarAsync<string>(Database.AskForMark);
            string? first = null;
            // A server's own work between two reads may pass for a change, but not each time.
            await Eventually.True(async () =>
            {
                first = await Mark();
                await Database.Links();
                await other.Links();
                return first == await Mark();
            }, () => "Reading passes for a change.");

            await Database.InsertLink("ours");
            var second = await Mark();
            Assert.NotEqual(first, second);

            await other.InsertLink("theirs");
            Assert.NotEqual(second, await Mark());
            return true;
        }, CancellationToken.None);
    }

    [Fact]
    public async Task Who_listens_hears_of_what_another_process_commits()
    {
        var other = await Another();
        using var changes = Over(Database);
        await changes.StartAsync(CancellationToken.None);
        using var listening = changes.Listen();
        await changes.Next.WaitAsync(Patience.Long);

        for (var number = 0; number < 3; number++)
        {
            var next = changes.Next;
            await other.InsertLink($"link-{number}");
            await Passes(() => next.IsCompleted, "The commit was not heard of.");
        }
        await changes.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task All_who_listen_share_one_connection_and_nobody_listening_needs_none()
    {
        var counting = new CountingDatabase(Database);
        using var changes = Over(counting);
        await changes.StartAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, counting.Reads);

        var (first, next) = (changes.Listen(), changes.Next);
        using (changes.Listen())
        {
            await next.WaitAsync(Patience.Long);
            next = changes.Next;
            await Database.InsertLink("a");
            await Passes(() => next.IsCompleted, "The commit was not heard of.");
            first.Dispose();
            first.Dispose();
            next = changes.Next;
            await Database.InsertLink("b");
            await Passes(() => next.IsCompleted, "One went, and the other hears nothing any more.");
        }
        Assert.Equal(1, counting.Reads);
        await changes.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_and_asked_again()
    {
        var failing = new CountingDatabase(Database) { Fails = true };
        using var changes = Over(failing);
        await changes.StartAsync(CancellationToken.None);
        using var listening = changes.Listen();
        var next = changes.Next;
        await Eventually.True(() => log.Lines.Count > 0, () => "Nothing was said.");
        Assert.Contains("Open pages of the console are not told of changes", log.Lines[0], StringComparison.Ordinal);

        failing.Fails = false;
        await Passes(() => next.IsCompleted, "It was not asked again.");
        await changes.StopAsync(CancellationToken.None);
    }
}

public sealed class ChangesOnSqliteTests() : ChangesContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class ChangesOnPostgresTests(PostgresServer server) : ChangesContract(new PostgresTestDatabase(server));
