using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

/// <summary>What a reporter does who comes back, each in a transaction of its own.</summary>
static class ReceiptChanges
{
    public static Task<bool> Add(this Database database, SealedEnvelope addition, DateOnly today) =>
        database.Write((connection, transaction) => ReceiptStore.Add(connection, transaction, addition, today), CancellationToken.None);

    public static Task<bool> Withdraw(this Database database, string lookup, DateOnly today) =>
        database.Write((connection, transaction) => ReceiptStore.Withdraw(connection, transaction, lookup, today), CancellationToken.None);

    public static Task<bool> DeleteReply(this Database database, string lookup, string start, DateOnly today) =>
        database.Write((connection, transaction) => ReceiptStore.DeleteReply(connection, transaction, lookup, start, today), CancellationToken.None);
}
