using System.Data.Common;
using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Requests that wait for a second person. Each is good once and for a day.</summary>
sealed class Approvals(Database database)
{
    public const string Removal = "remove";
    public const string Role = "role";

    const int LettersOfRequest = 8;

    const string Open =
        """
        SELECT a.id, a.action, a.object, a.asked_by, asker.handle AS asked_by_handle, a.expires_at, concerned.handle AS handle
        FROM approvals a
        JOIN (SELECT id AS asker_id, handle FROM moderators WHERE status = 'active') asker ON asker.asker_id = a.asked_by
        LEFT JOIN (SELECT id AS concerned_id, handle FROM moderators WHERE status = 'active') concerned ON concerned.concerned_id = a.object
        WHERE a.expires_at > @now
        """;

    /// <summary>How the audit calls a request: whom a removal concerns is named only by the deed.</summary>
    public static string NameOf(string request) => $"request {request[..Math.Min(LettersOfRequest, request.Length)]}";

    /// <summary>Those that <paramref name="person"/> may see, in the order in which they expire.</summary>
    public Task<IReadOnlyList<Approval>> For(string person, DateTimeOffset now, CancellationToken cancellation) =>
        database.Read<IReadOnlyList<Approval>>(async connection =>
            [.. (await connection.QueryAsync<Approval>($"{Open} ORDER BY a.expires_at, a.id", new { now = now.ToUnixTimeMilliseconds() }))
                .Where(one => SecondPerson.MaySee(person, one.Object, one.AskedBy))], cancellation);

    /// <summary>False, and nothing changed, when the same is asked for already.</summary>
    public Task<bool> Ask(string id, string action, string concerned, string askedBy, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            var request = new
            {
                id, action, concerned, askedBy, now = now.ToUnixTimeMilliseconds(), expires = (now + SecondPerson.Patience).ToUnixTimeMilliseconds(),
            };
            await connection.ExecuteAsync("DELETE FROM approvals WHERE expires_at <= @now", request, transaction);
            var asked = await connection.ExecuteAsync(
                """
                INSERT INTO approvals (id, action, object, asked_by, expires_at)
                SELECT @id, @action, @concerned, @askedBy, @expires
                WHERE EXISTS (SELECT 1 FROM moderators WHERE id = @askedBy AND status = 'active')
                ON CONFLICT DO NOTHING
                """, request, transaction);
            if (asked == 1)
                await Note(connection, transaction, askedBy, $"{action}-asked", action, concerned, id, now);
            return asked == 1;
        }, cancellation);

    /// <summary>Takes a request back: whoever asked, or whoever might confirm it.</summary>
    public Task<Confirmation> Drop(string action, string id, string person, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            if (await Find(connection, transaction, action, id, person, now) is not var (request, second, refusal))
                return new Confirmation.Nothing();
            if (refusal is { } objection and not SecondRefusal.OwnRequest)
                return new Confirmation.Refused(objection);
            if (!await Delete(connection, transaction, id))
                return new Confirmation.Nothing();
            await Note(connection, transaction, person, $"{action}-dropped", action, request.Object, id, now);
            return (Confirmation)new Confirmation.Done(request, second);
        }, cancellation);

    /// <summary>Uses the request up; what it asks for is then to be done.</summary>
    public Task<Confirmation> Confirm(string action, string id, string second, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            var taken = await Take(connection, transaction, action, id, second, now);
            if (taken is Confirmation.Done done)
                await Note(connection, transaction, second, action, action, done.Approval.Object, id, now);
            return taken;
        }, cancellation);

    /// <summary>Uses the request up within the change that does what it asks for.</summary>
    public static async Task<Confirmation> Take(DbConnection connection, DbTransaction transaction, string action, string id, string second, DateTimeOffset now)
    {
        if (await Find(connection, transaction, action, id, second, now) is not var (request, handle, refusal))
            return new Confirmation.Nothing();
        if (refusal is { } objection)
            return new Confirmation.Refused(objection);
        return await Delete(connection, transaction, id) ? new Confirmation.Done(request, handle) : new Confirmation.Nothing();
    }

    /// <summary>Null when there is none that <paramref name="person"/> may see, or when they are no longer here.</summary>
    static async Task<(Approval Request, string Handle, SecondRefusal? Refusal)?> Find(
        DbConnection connection, DbTransaction transaction, string action, string id, string person, DateTimeOffset now)
    {
        var request = await connection.QuerySingleOrDefaultAsync<Approval>(
            $"{Open} AND a.id = @id AND a.action = @action", new { id, action, now = now.ToUnixTimeMilliseconds() }, transaction);
        if (request is null || !SecondPerson.MaySee(person, request.Object, request.AskedBy))
            return null;
        var all = (await connection.QueryAsync<TeamMember>(TeamStore.Active, transaction: transaction)).ToDictionary(one => one.Id);
        return all.TryGetValue(person, out var second)
            ? (request, second.Handle, SecondPerson.Objection(Read(all[request.AskedBy]), Read(second), all.Values.Any(one => one.IsAdministrator)))
            : null;
    }

    static async Task<bool> Delete(DbConnection connection, DbTransaction transaction, string id) =>
        await connection.ExecuteAsync("DELETE FROM approvals WHERE id = @id", new { id }, transaction) == 1;

    static async Task Note(DbConnection connection, DbTransaction transaction, string person, string deed, string action, string concerned, string id, DateTimeOffset now)
    {
        var actor = await connection.QuerySingleAsync<string>("SELECT handle FROM moderators WHERE id = @person", new { person }, transaction);
        await Audit.Append(connection, transaction, actor, deed, action == Removal ? NameOf(id) : $"{concerned}, {NameOf(id)}", now);
    }

    static Colleague Read(TeamMember member) => new(member.Id, member.IsAdministrator);
}
