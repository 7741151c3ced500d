using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>
/// What was done by whom, in the same transaction as the deed: what is not written down has not happened. Each row is bound to all before it, so a row
/// that is changed, taken out or put elsewhere shows. No words, no content; of a case only the first letters of its id.
/// </summary>
static class Audit
{
    /// <summary>How what is done to a case begins.</summary>
    public const string OfCase = "case ";

    /// <summary>How their number begins, wherever it stands.</summary>
    public const string OfCases = "cases: ";

    const int LettersOfCase = 8;

    static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How a case is called here.</summary>
    public static string Case(string id) => $"{OfCase}{id[..Math.Min(LettersOfCase, id.Length)]}";

    /// <summary>How so many cases are.</summary>
    public static string Cases(int count) => $"{OfCases}{count}";

    /// <summary>How many more there were of what a row tells.</summary>
    public static string More(long count) => $"more: {count}";

    /// <summary>The last statement of a change, for it stands in line with all others until the change is committed.</summary>
    public static async Task Append(DbConnection connection, DbTransaction transaction, string actor, string action, string about, DateTimeOffset now)
    {
        var head = await connection.QuerySingleAsync<AuditMark>(
            "UPDATE audit_head SET seq = seq + 1 WHERE mark = 'head' RETURNING seq, hash", transaction: transaction);
        var row = new AuditRow { Seq = head.Seq, Hour = $"{now.UtcDateTime:yyyy-MM-ddTHH}Z", Actor = actor, Action = action, Object = about, Prev = head.Hash };
        row = row with { Hash = HashOf(row) };
        await connection.ExecuteAsync(
            "INSERT INTO audit (seq, hour, actor, action, object, prev, hash) VALUES (@Seq, @Hour, @Actor, @Action, @Object, @Prev, @Hash)", row, transaction);
        await connection.ExecuteAsync("UPDATE audit_head SET hash = @Hash WHERE mark = 'head'", row, transaction);
    }

    /// <summary><c>SHA-256("mb1|audit|" || prev || JSON of the row without its two hashes)</c>, in hex.</summary>
    public static string HashOf(AuditRow row) => Convert.ToHexStringLower(SHA256.HashData(
        [.. "mb1|audit|"u8, .. Convert.FromHexString(row.Prev), .. JsonSerializer.SerializeToUtf8Bytes(new Signed(row.Seq, row.Hour, row.Actor, row.Action, row.Object), Canonical)]));

    sealed record Signed([property: JsonPropertyOrder(0)] long Seq, [property: JsonPropertyOrder(1)] string Hour, [property: JsonPropertyOrder(2)] string Actor, [property: JsonPropertyOrder(3)] string Action, [property: JsonPropertyOrder(4)] string Object);
}
