using System.Data.Common;
using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>What became of a wish to read a case.</summary>
abstract record Delivery
{
    Delivery() { }

    public sealed record Given(IReadOnlyList<DeliveredEnvelope> Envelopes) : Delivery;

    /// <summary>To be written down: somebody asked for what is not theirs, or for more than one person should read.</summary>
    public sealed record Refused(Refusal Refusal) : Delivery;
}

/// <summary>The one way to ciphertext. It goes to a recipient who holds the case, and to each of them only so many cases a day.</summary>
static class Openings
{
    /// <summary>Changes nothing, but keeps additions out until what was delivered is known to be all.</summary>
    const string Mine = $"UPDATE reports SET version = version WHERE id = @id AND {Held.ByMe}";

    const string Renew = $"UPDATE reports SET {Held.Renewed} WHERE id = @id";

    const string Opened =
        """
        UPDATE reports SET opened_on = @today, warned_on = NULL
        WHERE id = @id AND NOT EXISTS (
            SELECT 1 FROM envelopes e WHERE e.report_id = reports.id AND e.direction < 2
            AND NOT EXISTS (SELECT 1 FROM envelope_keys k WHERE k.envelope_id = e.id AND k.recipient_id = @me))
        """;

    const string Envelopes =
        """
        SELECT e.id, e.direction, e.day, e.body, e.act, e.author, a.handle AS author_handle, a.sign_key, e.signature, k.sealed_key
        FROM envelopes e
        JOIN envelope_keys k ON k.envelope_id = e.id AND k.recipient_id = @me
        LEFT JOIN moderators a ON a.id = e.author
        WHERE e.report_id = @id
        ORDER BY e.direction, e.day, e.id
        """;

    /// <summary>What a refusal is called in the audit.</summary>
    public static string NameOf(Refusal refusal) => refusal == Refusal.CapReached ? "cap-reached" : "refused-open";

    /// <summary>The sealed texts to whoever holds the case now; that is work, so the claim is renewed. Who gets all words has opened them.</summary>
    public static async Task<Delivery> Open(DbConnection connection, DbTransaction transaction, string id, Deed deed)
    {
        var asked = new { id, me = deed.By, now = deed.Instant, until = Held.Until(deed.At), today = deed.Day };
        // The report before the person, as everywhere: else a removal that comes meanwhile and this would wait for each other.
        if (await connection.ExecuteAsync(Mine, asked, transaction) == 0)
            return new Delivery.Refused(Refusal.NotYours);
        // Two cases that one person opens at once are counted one after the other.
        await connection.ExecuteAsync("UPDATE moderators SET version = version WHERE id = @me", asked, transaction);
        if (!await IsWithinTheDay(connection, transaction, asked))
            return new Delivery.Refused(Refusal.CapReached);
        await connection.ExecuteAsync(Renew, asked, transaction);
        if (await connection.ExecuteAsync(Opened, asked, transaction) == 1)
            await QueueRows.Opened(connection, transaction, id, deed.Day);
        var envelopes = (await connection.QueryAsync<DeliveredEnvelope>(Envelopes, asked, transaction)).AsList();
        await deed.Append(connection, transaction, Audit.Case(id));
        return new Delivery.Given(envelopes);
    }

    /// <summary>Counts the case among those of today; false when it would be one too many. A case counts once a day.</summary>
    static async Task<bool> IsWithinTheDay(DbConnection connection, DbTransaction transaction, object asked)
    {
        const string ofToday = "FROM openings WHERE moderator_id = @me AND day = @today";
        if (await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) {ofToday} AND report_id = @id", asked, transaction) == 1)
            return true;
        if (await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) {ofToday}", asked, transaction) >= Moderating.MostOpenedADay)
            return false;
        await connection.ExecuteAsync("INSERT INTO openings (moderator_id, day, report_id) VALUES (@me, @today, @id) ON CONFLICT DO NOTHING", asked, transaction);
        return true;
    }
}
