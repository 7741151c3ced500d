using System.Data.Common;

namespace MigrantBot.Storage;

/// <summary>A change that waits for the commit that it shares with others, or work that is done alone and in no transaction.</summary>
abstract class PendingWrite
{
    public abstract bool IsAlone { get; }

    /// <summary>False when the change failed and has to be undone.</summary>
    public abstract Task<bool> Run(DbConnection connection, DbTransaction? transaction);

    /// <summary>The transaction around the change is lost; a change that had failed by itself keeps its own reason.</summary>
    public abstract void Fail(Exception reason);

    /// <summary>Lets the caller know the outcome; only after the commit.</summary>
    public abstract void Announce();
}

sealed class PendingWrite<T>(Func<DbConnection, DbTransaction?, Task<T>> change, bool isAlone, CancellationToken cancellation) : PendingWrite
{
    readonly TaskCompletionSource<T> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Exception? failure;
    T? result;

    public Task<T> Committed => outcome.Task;

    public override bool IsAlone => isAlone;

    public override async Task<bool> Run(DbConnection connection, DbTransaction? transaction)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            result = await change(connection, transaction);
            return true;
        }
        catch (Exception failure)
        {
            this.failure = failure;
            return false;
        }
    }

    public override void Fail(Exception reason) => failure ??= reason;

    public override void Announce()
    {
        if (failure is OperationCanceledException canceled)
            outcome.SetCanceled(canceled.CancellationToken);
        else if (failure is not null)
            outcome.SetException(failure);
        else
            outcome.SetResult(result!);
    }
}
