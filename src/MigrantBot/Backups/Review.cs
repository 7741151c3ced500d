using MigrantBot.Storage.Dumping;

namespace MigrantBot.Backups;

/// <summary>Reads a backup to its end without keeping anything, so that what is broken is known before a database is touched.</summary>
static class Review
{
    /// <summary>Who was active when it was made, by handle.</summary>
    public static IReadOnlyList<string> Active(DumpReader dump, Action isWhole)
    {
        List<string> active = [];
        Load.Of(dump.Begin(), Storage.Migration.Embedded());
        while (dump.NextTable() is var (name, columns))
        {
            var (handle, status) = (Array.IndexOf(columns, "handle"), Array.IndexOf(columns, "status"));
            while (dump.NextRow() is { } row)
                if (name == DumpTable.Moderators && handle >= 0 && status >= 0 && row[status] is "active" && row[handle] is string one)
                    active.Add(one);
        }
        isWhole();
        return [.. active.Order(StringComparer.Ordinal)];
    }
}
