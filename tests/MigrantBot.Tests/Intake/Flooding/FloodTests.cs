using System.Diagnostics;
using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Intake.Flooding;
using MigrantBot.Sealing;
using MigrantBot.Tests.Storage;
using Xunit.Abstractions;

namespace MigrantBot.Tests.Intake.Flooding;

/// <summary>Abuse case 28: 5,000 reports of 2,000 false chats within an hour, each one the most urgent there is, sealed and stored as all are.</summary>
public sealed class FloodTests(ITestOutputHelper output) : IAsyncLifetime
{
    const int Chats = 2_000;
    const int Reports = 5_000;
    const int AtOnce = 100;

    static readonly Facets Pressing = new() { Who = Who.Self, Methods = Methods.Violence, Deadline = Deadline.Hours };
    static readonly Facets Usual = new() { Who = Who.Relative, Methods = Methods.MoneyPromised, Deadline = Deadline.None };

    static readonly string[] Before =
    [
        "Akamni uch kundan beri boʻlimda ushlab turishibdi, kontraktga imzo chekmasang oʻn yil olasan deyishyapti",
        "На стройке в Мытищах прораб собрал паспорта и сказал, что отдаст только тем, кто подпишет контракт",
        "Писаримро дар бозор доштанд, ҳуҷҷатҳояшро гирифтанд ва мегӯянд, ки ё ба ҷанг ё ба маҳбас",
    ];

    static readonly string[] Meanwhile =
    [
        "Бир тууганымды миграциялык кызматтан алып кетишти, эки күндөн бери телефону өчүк, кайда экенин айтышпайт",
        "Менің досымды вокзалда тоқтатып, азаматтық береміз деп алдап, түсініксіз қағаздарға қол қойғызды",
        "Хозяин общежития требует, чтобы мы пошли в военкомат вставать на учёт, иначе выселит всех до пятницы",
    ];

    IntakeHome intake = null!;
    UInt128 secret;
    long honest;

    public async Task InitializeAsync() => intake = await IntakeHome.Open();

    public async Task DisposeAsync() => await intake.DisposeAsync();

    /// <summary>The id of the report that comes of it.</summary>
    async Task<string> Send(long chat, Facets facets, string text)
    {
        var draft = new Draft(++secret, facets);
        var screen = await intake.Ask(new Incoming.Opened(), new ReportPlace.Send(Language.UzbekLatin, draft, Told.Words), chat, new Words(text));
        Assert.Equal("sent.heading", screen.Lines[0].Key);
        return DraftKeys.ReportId(new Pepper(new byte[Pepper.Length]), draft.Secret);
    }

    async Task<List<string>> SendAll(IEnumerable<string> stories)
    {
        var ids = new List<string>();
        foreach (var story in stories)
            ids.Add(await Send(++honest, Usual, story));
        return ids;
    }

    /// <summary>Within an hour, a hundred at once; three people who are no part of it among them.</summary>
    async Task<List<string>> Flood(Func<int, string> text)
    {
        var begun = Stopwatch.GetTimestamp();
        var meanwhile = new List<string>();
        for (var first = 0; first < Reports; first += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(first, AtOnce).Select(number => Task.Run(() => SendFalse(number))));
            if (first is 1_000 or 2_500 or 4_000)
                meanwhile.AddRange(await SendAll([Meanwhile[first / 1_500]]));
            intake.Time.Advance(TimeSpan.FromHours(1) * AtOnce / Reports);
        }
        output.WriteLine($"{Reports} reports in {Stopwatch.GetElapsedTime(begun).TotalSeconds:F1} s");
        return meanwhile;

        Task SendFalse(int number) => intake.Ask(
            new Incoming.Opened(), new ReportPlace.Send(Language.UzbekLatin, new Draft((UInt128)number + 1_000_000, Pressing), Told.Words),
            1_000 + number % Chats, new Words(text(number)));
    }

    async Task<List<string>> FirstPage() =>
        [.. (await intake.Database.Queue(intake.Reader.Row.Id)).Select(row => row.Id)];

    async Task<Dictionary<FloodLevel, int>> Levels() => (await intake.Database.Read(
        connection => connection.QueryAsync<Level>("SELECT flood, COUNT(*) AS reports FROM reports GROUP BY flood"), CancellationToken.None))
        .ToDictionary(one => (FloodLevel)one.Flood, one => (int)one.Reports);

    [Fact]
    public async Task Copies_stand_below_everybody_who_tells_something_of_his_own()
    {
        var before = await SendAll(Before);
        var meanwhile = await Flood(Copy);

        Assert.True(intake.Limits.IsSlow);
        var levels = await Levels();
        output.WriteLine(string.Join(", ", levels));
        Assert.Equal(Reports + Before.Length + Meanwhile.Length, levels.Values.Sum());
        Assert.InRange(levels[FloodLevel.Repeated], Reports * 99 / 100, Reports);
        var page = await FirstPage();
        Assert.All([.. before, .. meanwhile], report => Assert.Contains(report, page));
        await Normal_again_after_two_hours();
    }

    [Fact]
    public async Task Stories_made_up_anew_each_time_stand_below_those_from_before_and_the_second_of_a_chat_below_all()
    {
        var before = await SendAll(Before);
        var meanwhile = await Flood(Invented);

        Assert.True(intake.Limits.IsSlow);
        var levels = await Levels();
        output.WriteLine(string.Join(", ", levels));
        // As many come through before anybody can know of a flood; afterwards each false chat has one report beside those of people in need.
        Assert.InRange(levels[FloodLevel.None], Before.Length, SlowMode.Never + Before.Length);
        Assert.InRange(levels[FloodLevel.DuringFlood], Chats - SlowMode.Never, Chats + Meanwhile.Length);
        Assert.InRange(levels[FloodLevel.Repeated], Reports - Chats - SlowMode.Never, Reports);
        var page = await FirstPage();
        Assert.All(before, report => Assert.Contains(report, page));
        Assert.Equal(Meanwhile.Length, await Count(meanwhile, FloodLevel.DuringFlood));
        await Normal_again_after_two_hours();
    }

    async Task Normal_again_after_two_hours()
    {
        var (senders, reports) = intake.Limits.Known;
        Assert.InRange(senders, Chats, Chats + 10);
        Assert.InRange(reports, Reports, Reports + 10);
        intake.Time.Advance(TimeSpan.FromHours(2));
        Assert.False(intake.Limits.IsSlow);
        var after = await SendAll(["Bugun ertalab ish joyimga kelishdi, hammani avtobusga oʻtqazib harbiy boʻlimga olib ketishdi, men qochdim"]);
        Assert.Contains(after[0], await FirstPage());
        Assert.Equal(1, await Count(after, FloodLevel.None));
    }

    Task<long> Count(IEnumerable<string> reports, FloodLevel level) => intake.Database.Read(
        connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM reports WHERE id IN @reports AND flood = @level", new { reports, level = (long)level }),
        CancellationToken.None);

    /// <summary>One story with other names, sums, signs and capitals each time.</summary>
    static string Copy(int number) =>
        $"{(number % 2 == 0 ? "Меня избили" : "МЕНЯ ИЗБИЛИ")} в отделе{(number % 3 == 0 ? "," : " –")} отобрали {number} рублей и телефон, "
        + $"заставили подписать контракт{new string('!', number % 5)} Завтра в {number % 24} часов увезут. Помогите срочно";

    static string Invented(int number) => string.Join(' ', Enumerable.Range(0, 12).Select(at => Word(number * 31 + at * 7_907)));

    static string Word(int number) => new([.. $"{(uint)number * 2_654_435_761u}".Select(digit => (char)('а' + digit - '0'))]);

    sealed record Level
    {
        public long Flood { get; init; }
        public long Reports { get; init; }
    }
}
