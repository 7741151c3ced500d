using System.Text.RegularExpressions;
using MigrantBot.Core.Publications;
using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests;

/// <summary>The verbs by which an operator publishes, looks at what is out, and says what was wrong.</summary>
public sealed partial class PublishVerbsTests() : StorageContract(new SqliteTestDatabase())
{
    static readonly DateOnly August = new(2026, 8, 20);

    PublicationStore Store => new(Database);

    async Task Count(DateOnly day) => await new Purge(Database).Run(Accepting.Noon(day), CancellationToken.None);

    async Task<(int Code, string Said)> Publish(DateOnly day, Volume volume = Volume.Normal)
    {
        using var said = new StringWriter();
        var publishing = new Publishing(Store, new(Database), new(volume), new FakeTime(Accepting.Noon(day)));
        return (await PublishVerbs.Publish(publishing, Database, said, CancellationToken.None), said.ToString());
    }

    async Task<string> List()
    {
        using var said = new StringWriter();
        Assert.Equal(0, await PublishVerbs.List(Store, said, CancellationToken.None));
        return said.ToString();
    }

    async Task<(int Code, string Said)> Erratum(string period, string en = "Wrong.", string ru = "Неверно.")
    {
        using var said = new StringWriter();
        return (await PublishVerbs.AddErratum(Store, period, en, ru, Accepting.Noon(new(2026, 11, 1)), said, CancellationToken.None), said.ToString());
    }

    /// <summary>August, September and their quarter, with some reports in them.</summary>
    async Task<string> PublishQuarter()
    {
        await Count(August);
        Assert.Equal(0, (await Publish(August)).Code);
        for (var number = 0; number < 7; number++)
            await Database.Count($"r-{number}", new(2026, 9, 2));
        for (var day = August.AddDays(1); day <= new DateOnly(2026, 10, 15); day = day.AddDays(1))
            await Count(day);
        var (code, said) = await Publish(new(2026, 10, 15));
        Assert.Equal(0, code);
        return said;
    }

    [Fact]
    public async Task What_is_due_appears_and_what_comes_next_is_said()
    {
        var said = await PublishQuarter();

        Assert.Equal(["month 2026-08", "month 2026-09", "quarter 2026-Q3"], Appeared().Matches(said).Select(match => match.Groups[1].Value));
        Assert.Contains("Nothing else is due.\nNext: 2026-10 on 2026-11-15\nNext: 2026-11 on 2026-12-15\nNext: 2026-12 on 2027-01-15\n", said, StringComparison.Ordinal);
        Assert.Equal(["operator"], (await new AuditLog(Database).Page(null, CancellationToken.None)).Rows.Where(row => row.Action == "publish").Select(row => row.Actor).Distinct());

        var (code, again) = await Publish(new(2026, 10, 15));
        Assert.Equal((0, 0), (code, Appeared().Count(again)));
    }

    [Fact]
    public async Task In_low_volume_the_next_thing_is_a_quarter()
    {
        await Count(August);
        Assert.Contains("Nothing else is due.\nNext: 2026-Q3 on 2026-10-15, in low volume\n", (await Publish(August, Volume.Low)).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_days_are_counted_nothing_appears_and_it_is_said_why()
    {
        await Count(August);
        await Publish(August);

        var (code, said) = await Publish(new(2027, 3, 1));

        Assert.Equal(1, code);
        Assert.Contains("the days were not counted up to today", said, StringComparison.Ordinal);
        Assert.Contains("Next: 2026-08 on 2026-09-15", said, StringComparison.Ordinal);
        Assert.Equal(0, await Count("publications"));
    }

    [Fact]
    public async Task The_list_names_hashes_and_errata_and_no_numbers_of_reports()
    {
        Assert.Contains("Nothing was published yet.", await List(), StringComparison.Ordinal);
        var said = await PublishQuarter();
        Assert.Equal(0, (await Erratum("2026-09", "Moscow was doubled.", "Москва удвоена.")).Code);

        var list = await List();

        foreach (var row in await Store.All(CancellationToken.None))
            Assert.Contains(row.JsonSha256, list, StringComparison.Ordinal);
        Assert.Contains("    erratum of 2026-11-01: Moscow was doubled. / Москва удвоена.", list, StringComparison.Ordinal);
        Assert.All([.. said.Split('\n'), .. list.Split('\n')], line => Assert.Matches(Harmless(), line));
    }

    [Theory]
    [InlineData("2026-13", "Wrong.", "Неверно.", 2, "“2026-13” is no period")]
    [InlineData("2026-08", "", "Неверно.", 2, "in both languages")]
    [InlineData("2026-08", "Wrong.", "Не\nверно.", 2, "letters that cannot be seen")]
    [InlineData("2026-08", "Up \u202eby 31", "Неверно.", 2, "turn the direction")]
    [InlineData("2026-08", "Wrong<br>", "Неверно.", 2, "take for markup")]
    [InlineData("2026-08", "Wrong.", "Wrong.", 2, "no Cyrillic")]
    [InlineData("2026-08", "Wrong.", "Неверно.", 1, "Nothing was published about 2026-08")]
    public async Task An_erratum_that_says_nothing_or_is_about_nothing_is_refused(string period, string en, string ru, int code, string why)
    {
        var (given, said) = await Erratum(period, en, ru);

        Assert.Equal(code, given);
        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.Equal(0, await Count("errata"));
    }

    [Fact]
    public async Task Whoever_adds_an_erratum_is_told_who_reads_it_and_what_it_must_not_hold()
    {
        await PublishQuarter();

        var (code, said) = await Erratum("2026-08");
        Assert.Equal(0, code);
        Assert.Contains("Everybody reads an erratum, for good: it must hold no exact count of reports", said, StringComparison.Ordinal);
        Assert.Contains("at most 300 letters", (await Erratum("2026-08", new string('x', 301))).Said, StringComparison.Ordinal);
        Assert.Equal(1, await Count("errata"));
    }

    [GeneratedRegex(@"^Published: (\w+ [0-9A-Z-]+), ", RegexOptions.Multiline)]
    private static partial Regex Appeared();

    /// <summary>Periods, days, hashes, the volume and the loss: nothing else in a line is a number.</summary>
    [GeneratedRegex(@"^(Published: )?(month|quarter) \d{4}-(\d\d|Q\d), normal volume, ε = 1, SHA-256 of the JSON file [0-9a-f]{64}( on \d{4}-\d\d-\d\d)?$|^Next: \d{4}-\d\d on \d{4}-\d\d-15$|^    erratum of \d{4}-\d\d-\d\d: \D*$|^\D*$")]
    private static partial Regex Harmless();
}
