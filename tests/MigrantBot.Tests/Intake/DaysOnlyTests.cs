using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Intake;

/// <summary>Who knows the hour at which somebody held a phone in his hand must find no row that was written then.</summary>
public sealed partial class DaysOnlyTests
{
    const string Day = "2026-11-20";

    static readonly Language Uzbek = Language.UzbekLatin;

    [Fact]
    public async Task What_is_kept_of_a_day_is_the_same_in_the_morning_and_in_the_evening()
    {
        var (morning, evening) = (await Kept(TimeSpan.FromSeconds(421.3)), await Kept(TimeSpan.FromHours(11.37)));

        // Rows lie in the order of their ids, which are random.
        Assert.Equal(morning.Select(Written).Order(StringComparer.Ordinal), evening.Select(Written).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["envelopes.day", "housekeeping.counted_on", "housekeeping.ran_on", "queue.waits_since", "reports.active_on", "reports.received_on", "reports.reply_taken_on", "reports.waits_since", "withdrawn.day"],
            morning.Where(value => value.What is Day).Select(value => value.Column).Distinct().Order());
    }

    [Fact]
    public async Task No_day_that_is_kept_has_an_hour_behind_it_and_no_number_is_a_moment() =>
        Assert.DoesNotContain(await Kept(TimeSpan.FromHours(4)), value => value.What switch
        {
            string text => DayWithMore().IsMatch(text),
            long number => number > 1_000_000,
            _ => false,
        });

    /// <summary>All that stands in all tables, but for those of moderators, after one report with an addition and an answer that was read, one that was taken back, and a night.</summary>
    static async Task<IReadOnlyList<(string Column, object? What)>> Kept(TimeSpan later)
    {
        await using var home = await IntakeHome.Open();
        home.Time.Advance(later);
        var (kept, takenBack) = (await Send(home, 41), await Send(home, 60));
        await home.Ask(new Incoming.Opened(), new ReceiptPlace.MoreSend(Uzbek, kept, 45), chat: 7, told: new("Ertasi kuni qaytib keldi."));
        await home.Press(new ReceiptPlace.Gone(Uzbek, takenBack), chat: 7);
        await Answer(home, kept);
        Assert.NotNull(await new Purge(home.Database).Run(home.Time.GetUtcNow(), CancellationToken.None));
        Assert.Equal((1, 3, 1), (await home.Count("reports"), await home.Count("envelopes"), await home.Count("withdrawn")));
        return await home.Database.Read(async connection =>
        {
            var values = new List<(string, object?)>();
            foreach (var table in await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('moderators', 'migrations') ORDER BY name"))
                foreach (IDictionary<string, object?> row in await connection.QueryAsync($"SELECT * FROM {table}"))
                    values.AddRange(row.Select(value => ($"{table}.{value.Key}", value.Value)));
            return values;
        }, CancellationToken.None);
    }

    /// <summary>A moderator has answered the one report that is there, and its reporter reads it.</summary>
    static async Task Answer(IntakeHome home, Receipt receipt)
    {
        using var author = new Author("m-2");
        await author.Enrol(home.Database);
        var (report, key) = await home.Database.Read(connection => connection.QuerySingleAsync<(string, byte[])>("SELECT id, reporter_key FROM reports"), CancellationToken.None);
        await home.Database.Write(async (connection, transaction) =>
        {
            await EnvelopeStore.Insert(connection, transaction, author.Reply(report, "0123456789abcdef0123456789abcdef", "Hech narsaga imzo qoʻymang.", key));
            return true;
        }, CancellationToken.None);
        var shown = await home.Press(new ReceiptPlace.Answer(Uzbek, receipt, "01234567"), chat: 7);
        Assert.NotNull(shown.Letter);
    }

    static async Task<Receipt> Send(IntakeHome home, UInt128 secret) => Receipt.Read(
        (await home.Press(new ReportPlace.Send(Uzbek, new(secret, new() { Who = Who.Self }), WithReceipt: true), chat: 7)).Covered!.Reveal())!;

    /// <summary>Of bytes only how many, and of an id only that it is one: these are random.</summary>
    static string Written((string Column, object? What) value) => value.What switch
    {
        byte[] bytes => $"{value.Column}: {bytes.Length} bytes",
        string { Length: 32 } id when id.All(char.IsAsciiHexDigitLower) => $"{value.Column}: an id",
        var other => string.Create(CultureInfo.InvariantCulture, $"{value.Column}: {other}"),
    };

    [GeneratedRegex(@"\d{4}-\d\d-\d\d.|\d\d:\d\d")]
    private static partial Regex DayWithMore();
}
