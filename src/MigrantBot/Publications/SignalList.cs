using System.Text.Json;
using MigrantBot.Core.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Publications;

/// <summary>What rose, as a program reads it. It is worked out anew only when something was published.</summary>
sealed class SignalList(PublicationStore publications, House house)
{
    const string HowToRead =
        "Each signal: in this period the table shows `now` reports in this cell; in the `periods` periods of the same kind directly before, on average between before_low (if "
        + "what was not shown was nothing) and before_high (if it was as much as can be). Worked out from what is published and nothing else. false_alarm: while nothing changes, at most "
        + "so many of all publications carry any signal at all. A signal is a reason to ask, no proof: season, a trend, or a bot that became known raise numbers too, and no signal does not "
        + "mean that nothing rose.";

    volatile Known? last;

    public async Task<byte[]> Write(CancellationToken cancellation)
    {
        var all = await publications.All(cancellation);
        var data = PublicationText.DataOf(await house.Find(House.Invented, cancellation) is not null);
        var of = string.Join(' ', all.Select(one => one.JsonSha256).Prepend(data));
        if (last is { } known && known.Of == of)
            return known.Answer;
        List<Figures> figures = [];
        foreach (var one in all)
            if (await publications.Find(one.Kind, one.Period, cancellation) is { } found)
                figures.Add(PublicationText.Read(found.Json));
        var answer = JsonSerializer.SerializeToUtf8Bytes(new
        {
            v = 1,
            data,
            false_alarm = Signals.FalseAlarm,
            how_to_read = HowToRead,
            signals = Signals.Of(figures).Reverse().Select(Entry),
        }, ApiJson.Options);
        last = new(of, answer);
        return answer;
    }

    static object Entry(Signal signal) => new
    {
        kind = PublicationRow.KindOf(signal.Period),
        period = signal.Period.ToString(),
        signal.Table,
        cell = DimensionsOf(signal).Zip(signal.Key).ToDictionary(pair => pair.First, pair => pair.Second),
        signal.Now,
        signal.BeforeLow,
        signal.BeforeHigh,
        signal.Periods,
    };

    /// <summary>A table has the same dimensions in every plan that holds it.</summary>
    static IEnumerable<string> DimensionsOf(Signal signal) =>
        Plan.Tables(signal.Period.Cadence, Volume.Low).Concat(Plan.Tables(signal.Period.Cadence, Volume.Normal))
            .First(spec => spec.Name == signal.Table).By.Select(dimension => dimension.Name);

    /// <summary>The answer, and of which publications.</summary>
    sealed record Known(string Of, byte[] Answer);
}
