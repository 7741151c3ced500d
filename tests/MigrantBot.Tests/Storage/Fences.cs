using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

/// <summary>The numbers by which claims are told apart.</summary>
static class Fences
{
    /// <summary>That of the newest claim on the case.</summary>
    public static Task<long> Fence(this Database database, string report) => database.Read(
        connection => connection.ExecuteScalarAsync<long>("SELECT claim_fence FROM reports WHERE id = @report", new { report }), CancellationToken.None);

    /// <summary>The reply of whoever holds the case, by that claim.</summary>
    public static async Task<Refusal?> Reply(this Database database, SealedEnvelope reply, DateTimeOffset now) => await new CaseworkStore(database).Reply(
        new(reply.Author!, reply.Author!, "reply", now), await database.Fence(reply.ReportId), reply, CancellationToken.None);
}
