using Dapper;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

/// <summary>The numbers by which claims are told apart.</summary>
static class Fences
{
    /// <summary>That of the newest claim on the case.</summary>
    public static Task<long> Fence(this Database database, string report) => database.Read(
        connection => connection.ExecuteScalarAsync<long>("SELECT claim_fence FROM reports WHERE id = @report", new { report }), CancellationToken.None);
}
