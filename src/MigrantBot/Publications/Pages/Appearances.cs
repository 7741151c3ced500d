using System.Collections.Concurrent;
using MigrantBot.Core.Publications;
using MigrantBot.Storage;

namespace MigrantBot.Publications.Pages;

/// <summary>What has appeared, read once each: a publication never changes.</summary>
sealed class Appearances(PublicationStore publications, House house, PublicationsOptions options)
{
    readonly ConcurrentDictionary<string, Appeared> known = new();
    volatile Risen last = new([], []);

    public async Task<Content> Look(CancellationToken cancellation)
    {
        var isInvented = await house.IsInvented(cancellation);
        List<Appeared> all = [];
        foreach (var row in await publications.All(cancellation))
            all.Add(known.TryGetValue(row.JsonSha256, out var appeared) ? appeared : await Take(row.Kind, row.Period, isInvented, cancellation));
        var errata = await publications.Errata(cancellation);
        return new(
            all,
            SignalsOf(all),
            [.. errata.OrderBy(one => one.Day).Select(one => new Correction(Period.Read(one.Period)!, one.Day, one.En, one.Ru))],
            isInvented,
            FirstDue(await house.Find(House.FirstMonth, cancellation), options.Volume));
    }

    /// <summary>By the calendar, which knows no data; null where the first month is not settled.</summary>
    internal static DateOnly? FirstDue(string? firstMonth, Volume volume) =>
        firstMonth is null || Period.Read(firstMonth) is not { } month ? null : volume == Volume.Low ? month.Quarter.DueOn : month.DueOn;

    /// <summary>Worked out anew only when something has appeared.</summary>
    IReadOnlyList<Signal> SignalsOf(IReadOnlyList<Appeared> all)
    {
        if (last is var risen && risen.Of.SequenceEqual(all))
            return risen.Signals;
        return (last = new(all, Signals.Of([.. all.Select(one => one.Figures)]))).Signals;
    }

    async Task<Appeared> Take(string kind, string period, bool isInvented, CancellationToken cancellation)
    {
        var row = await publications.Find(kind, period, cancellation)
            ?? throw new InvalidOperationException($"The publication {kind} {period} has gone while it was looked at: nothing published is ever deleted.");
        return known[row.JsonSha256] = new(PublicationText.Read(row.Json), row.PublishedOn, isInvented, row.JsonSha256);
    }

    /// <summary>Which signals these publications carry.</summary>
    sealed record Risen(IReadOnlyList<Appeared> Of, IReadOnlyList<Signal> Signals);
}
