using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;

namespace MigrantBot.Storage;

/// <summary>A case's status as it stands in a row, by its name of the code list.</summary>
static class StoredStatus
{
    public static CaseStatus Read(string name) =>
        Code.Read<CaseStatus>(name) ?? throw new InvalidOperationException($"The database has the status {name}, which this program does not know: start the newer release that wrote it.");
}
