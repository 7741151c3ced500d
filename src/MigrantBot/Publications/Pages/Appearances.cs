using System.Collections.Concurrent;
using MigrantBot.Core.Publications;
using MigrantBot.Storage;

namespace MigrantBot.Publications.Pages;

/// <summary>What has appeared, read once each: a publication never changes.</summary>
sealed class Appearances(PublicationStore publications, House house, PublicationsOptions options)
{
    readonly ConcurrentDictionary<string, Appeared> known = new();
    volatile Found? found;

    public async Task<Content> Look(CancellationToken cancellation)
    {
        var isInvented = await house.Find(House.Invented, cancellation) is not null;
        List<Appeared> all = [];
        var rows = await publications.All(cancellation);
        foreach (var row in rows)
            all.Add(known.TryGetValue(row.JsonSha256, out var appeared) ? appeared : await Take(row.Kind, row.Period, isInvented, cancellation));
        var errata = await publications.Errata(cancellation);
        return new(
            all,
            SignalsOf(string.Join(' ', rows.Select(row => row.JsonSha256)), all),
            [.. errata.OrderBy(one => one.Day).Select(one => new Correction(Period.Read(one.Period)!, one.Day, one.En, one.Ru))],
            isInvented,
            FirstDue(await house.Find(House.FirstMonth, cancellation), options.Volume));
    }

    /// <summary>By the calendar, which knows no data; null where the first month is not settled.</summary>
    internal static DateOnly? FirstDue(string? firstMonth, Volume volume) =>
        firstMonth is null || Period.Read(firstMonth) is not { } month ? null : volume == Volume.Low ? month.Quarter.DueOn : month.DueOn;

    /// <summary>Worked out when something has appeared, and not for whoever looks.</summary>
    IReadOnlyList<Signal> SignalsOf(string hashes, List<Appeared> all)
    {
        if (found is not { } last || last.Of != hashes)
            found = last = new(hashes, Signals.Of([.. all.Select(one => one.Figures)]));
        return last.Signals;
    }

    async Task<Appeared> Take(string kind, string period, bool isInvented, CancellationToken cancellation)
    {
        var row = await publications.Find(kind, period, cancellation)
            ?? throw new InvalidOperationException($"The publication {kind} {period} has gone while it was looked at: nothing published is ever deleted.");
        return known[row.JsonSha256] = new(PublicationText.Read(row.Json), row.PublishedOn, isInvented);
    }

    /// <summary>The signals, and in which publications.</summary>
    sealed record Found(string Of, IReadOnlyList<Signal> Signals);
}
