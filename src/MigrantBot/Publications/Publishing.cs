using System.Runtime.CompilerServices;
using MigrantBot.Core.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Publications;

/// <summary>Publishes what is due: the calendar says what, the core draws, the database lets it happen once.</summary>
/// <param name="publications">What is out.</param>
/// <param name="house">Where the first month stands.</param>
/// <param name="options">The wish for a volume.</param>
/// <param name="time">Today.</param>
/// <param name="chance">Nobody registers one in a running system, so it is the cryptographic one.</param>
sealed class Publishing(PublicationStore publications, House house, PublicationsOptions options, TimeProvider time, Chance? chance = null)
{
    readonly Chance chance = chance ?? CryptographicChance.Draw;
    readonly Copies? copies = options.Copies is { } folder ? new(folder) : null;

    /// <summary>What is due now and what comes next.</summary>
    public async Task<Agenda> Look(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var counted = await publications.CountedOn(cancellation);
        var published = await publications.All(cancellation);
        return Agenda.Of(await FirstMonth(today, counted, cancellation), [.. published.Select(row => row.Read())], options.Volume, today, counted);
    }

    /// <summary>What has appeared by this, one after the other; nothing of what somebody else has published meanwhile.</summary>
    /// <param name="actor">Whose deed it is.</param>
    /// <param name="cancellation">Between two publications.</param>
    public async IAsyncEnumerable<PublicationRow> Run(string actor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (period, volume) in await Forgotten(cancellation))
            if (await Publish(period, volume, time.GetUtcNow(), actor, cancellation) is { } row)
                yield return row;
        foreach (var (period, volume) in (await Look(cancellation)).Due)
            if (await Publish(period, volume, time.GetUtcNow(), actor, cancellation) is { } row)
                yield return row;
    }

    /// <summary>Publishes this one, due or not; null when it is out or must not appear any more.</summary>
    public async Task<PublicationRow?> Publish(Period period, Volume volume, DateTimeOffset now, string actor, CancellationToken cancellation)
    {
        var isInvented = await house.IsInvented(cancellation);
        var name = copies is null ? "" : await house.Called(cancellation);
        return await publications.Publish(period, volume, draft => copies?.Find(name, period, volume) ?? Kept(name, period, Draw(period, volume, draft, now, isInvented)), now, cancellation, actor);
    }

    PublicationFile Draw(Period period, Volume volume, PublicationDraft draft, DateTimeOffset now, bool isInvented) => PublicationText.Write(
        Drawing.Draw(period, volume, draft.Tallies, [.. draft.MonthsJson.Select(PublicationText.Read)], chance),
        new(DateOnly.FromDateTime(now.UtcDateTime), draft.AuditHead, isInvented, draft.MonthsJson.Count == period.Months.Count));

    /// <summary>Before it can be seen: what fails after this is drawn no second time.</summary>
    PublicationFile Kept(string name, Period period, PublicationFile file)
    {
        copies?.Keep(name, period, file);
        return file;
    }

    /// <summary>What was drawn for this database, and it knows nothing of: a backup of before was put back. What only it has is copied.</summary>
    async Task<IReadOnlyList<(Period Period, Volume Volume)>> Forgotten(CancellationToken cancellation)
    {
        if (copies is null)
            return [];
        var name = await house.Called(cancellation);
        var published = (await publications.All(cancellation)).ToDictionary(row => row.Read().Period);
        var kept = copies.Of(name);
        foreach (var period in published.Keys.Except(kept))
            if (await publications.Find(PublicationRow.KindOf(period), $"{period}", cancellation) is { } row)
                copies.Keep(name, period, new(row.Json, row.Csv));
        return [.. kept.Where(period => !published.ContainsKey(period)).Select(period => (period, copies.VolumeOf(name, period)))];
    }

    /// <summary>The month in which the program was first asked, on a day that was counted; never one that depends on when somebody reported.</summary>
    async Task<Period> FirstMonth(DateOnly today, DateOnly? counted, CancellationToken cancellation)
    {
        var month = $"{Period.MonthOf(today)}";
        var kept = await house.Find(House.FirstMonth, cancellation) ?? (counted == today ? await house.Keep(House.FirstMonth, month, cancellation) : month);
        return Period.Read(kept) is { Cadence: Cadence.Month } first
            ? first
            : throw new UnusableDatabaseException($"The database publishes from “{kept}”, which is no month: write one such as {month} into the table house.");
    }
}
