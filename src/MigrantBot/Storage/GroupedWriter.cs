using System.Data.Common;
using System.Threading.Channels;

namespace MigrantBot.Storage;

/// <summary>
/// The one writer of a SQLite file. Changes that wait while a commit reaches the disk share the next one; each has a savepoint of its own, and nobody hears
/// of success before the commit.
/// </summary>
sealed class GroupedWriter : IAsyncDisposable
{
    const int MostInOneCommit = 200;
    const string Savepoint = "change";

    readonly Channel<PendingWrite> waiting = Channel.CreateUnbounded<PendingWrite>(new UnboundedChannelOptions { SingleReader = true });
    readonly DbConnection connection;
    readonly Task loop;

    public GroupedWriter(DbConnection connection)
    {
        this.connection = connection;
        loop = Task.Run(CommitGroups);
    }

    public Task<T> Write<T>(Func<DbConnection, DbTransaction, Task<T>> change, CancellationToken cancellation) =>
        Await(new PendingWrite<T>((connection, transaction) => change(connection, transaction!), isAlone: false, cancellation));

    /// <summary>Work on the file itself, outside of any transaction; the changes wait meanwhile.</summary>
    public Task<T> Alone<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation) =>
        Await(new PendingWrite<T>((connection, _) => work(connection), isAlone: true, cancellation));

    Task<T> Await<T>(PendingWrite<T> pending)
    {
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(pending), this);
        return pending.Committed;
    }

    /// <summary>Lets the changes that already wait be committed, then closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await loop;
        await connection.DisposeAsync();
    }

    async Task CommitGroups()
    {
        var group = new List<PendingWrite>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < MostInOneCommit && waiting.Reader.TryPeek(out var next) && !next.IsAlone && waiting.Reader.TryRead(out var pending))
                group.Add(pending);
            if (group.Count > 0)
                await Commit(group);
            else if (waiting.Reader.TryRead(out var alone))
                await WorkAlone(alone);
            group.Clear();
        }
    }

    /// <summary>An edge: what breaks the transaction itself (a full disk, say) is the outcome of every change in it, and the writer lives on.</summary>
    async Task Commit(List<PendingWrite> group)
    {
        try
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var pending in group)
                await Apply(pending, transaction);
            await transaction.CommitAsync();
        }
        catch (Exception broken)
        {
            group.ForEach(pending => pending.Fail(broken));
        }
        group.ForEach(pending => pending.Announce());
    }

    async Task WorkAlone(PendingWrite alone)
    {
        await alone.Run(connection, transaction: null);
        alone.Announce();
    }

    async Task Apply(PendingWrite pending, DbTransaction transaction)
    {
        await transaction.SaveAsync(Savepoint);
        if (!await pending.Run(connection, transaction))
            await transaction.RollbackAsync(Savepoint);
        await transaction.ReleaseAsync(Savepoint);
    }
}
