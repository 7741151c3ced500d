namespace MigrantBot.Storage;

/// <summary>
/// Writes down who was refused what, before they hear of it. The same refusal again within the hour is counted and told by the next row of its kind, so that
/// nobody fills the audit with it.
/// </summary>
sealed class RefusalLog(Database database)
{
    /// <summary>What it is called when the role of who asks does not allow it.</summary>
    public const string ByRole = "refused-role";

    readonly RepeatedRefusals repeated = new();

    /// <param name="deed">What was refused, to whom and when.</param>
    /// <param name="about">Of a case its name, else the address that was asked for.</param>
    /// <param name="apart">What tells it from others about the same.</param>
    public async Task Write(Deed deed, string about, string apart = "")
    {
        var kind = $"{apart} {about}";
        if (repeated.Tell(deed.Handle, deed.Action, kind, HourOf(deed.At)) is not { } untold)
            return;
        var isWritten = false;
        try
        {
            // Whoever breaks off the call is written down all the same.
            isWritten = await database.Write(async (connection, transaction) =>
            {
                await deed.Append(connection, transaction, untold == 0 ? about : $"{about}, {Audit.More(untold)}");
                return true;
            }, CancellationToken.None);
        }
        finally
        {
            if (!isWritten)
                repeated.Untell(deed.Handle, deed.Action, kind, untold);
        }
    }

    static long HourOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 3600;
}
