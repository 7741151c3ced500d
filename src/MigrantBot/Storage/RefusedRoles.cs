namespace MigrantBot.Storage;

/// <summary>Writes down who asked for what their role does not allow.</summary>
sealed class RefusedRoles(Database database)
{
    /// <summary>It is <paramref name="about"/> the address that was asked for, without what stands in it for a case.</summary>
    public Task<bool> Write(string handle, string about, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            await Audit.Append(connection, transaction, handle, "refused-role", about, now);
            return true;
        }, cancellation);
}
