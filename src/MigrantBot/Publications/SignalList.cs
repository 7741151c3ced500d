using System.Text.Json;
using MigrantBot.Core.Publications;
using MigrantBot.Publications.Pages;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Publications;

/// <summary>What rose, as a program reads it.</summary>
sealed class SignalList(Appearances appearances)
{
    const string HowToRead =
        "Each signal: in this period the table shows `now` reports in this cell; in the `periods` periods of the same kind directly before, on average between before_low (if "
        + "what was not shown was nothing) and before_high (if it was as much as can be). Worked out from what is published and nothing else. false_alarm: while nothing changes, at most "
        + "so many of all publications carry any signal at all. A signal is a reason to ask, no proof: season, a trend, or a bot that became known raise numbers too, and no signal does not "
        + "mean that nothing rose.";

    public async Task<byte[]> Write(CancellationToken cancellation)
    {
        var content = await appearances.Look(cancellation);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            v = 1,
            data = PublicationText.DataOf(content.IsInvented),
            false_alarm = Signals.FalseAlarm,
            how_to_read = HowToRead,
            signals = content.Signals.Reverse().Select(Entry),
        }, ApiJson.Options);
    }

    static object Entry(Signal signal) => new
    {
        kind = PublicationRow.KindOf(signal.Period),
        period = signal.Period.ToString(),
        signal.Table,
        cell = Plan.Named(signal.Table).By.Zip(signal.Key).ToDictionary(pair => pair.First.Name, pair => pair.Second),
        signal.Now,
        signal.BeforeLow,
        signal.BeforeHigh,
        signal.Periods,
    };
}
