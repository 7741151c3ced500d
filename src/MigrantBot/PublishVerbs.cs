using MigrantBot.Core.Publications;
using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot;

/// <summary>The verbs that begin with <c>publish</c>. They say periods, days and hashes, never how many reports there are.</summary>
static class PublishVerbs
{
    const int WronglyAsked = 2;

    const string ForEverybody = "Everybody reads an erratum, for good: it must hold no exact count of reports, and nothing about a person.";

    internal static Task<int> Do(string[] args) => args switch
    {
        [] => On((foundation, end) => Publish(
            new(new(foundation.Database), new(foundation.Database), foundation.Settings.Publications, TimeProvider.System), foundation.Database, System.Console.Out, end)),
        ["list"] => On((foundation, end) => List(new(foundation.Database), System.Console.Out, end)),
        ["erratum", var period, "--en", var en, "--ru", var ru] => On((foundation, end) =>
            AddErratum(new(foundation.Database), period, en, ru, TimeProvider.System.GetUtcNow(), System.Console.Out, end)),
        _ => Help(System.Console.Error),
    };

    /// <summary>Publishes what is due, also beside a running process, which does the same by itself.</summary>
    internal static async Task<int> Publish(Publishing publishing, Database database, TextWriter output, CancellationToken cancellation)
    {
        try
        {
            return await PublishWhatIsDue(publishing, database, output, cancellation);
        }
        catch (UnusableDatabaseException unusable)
        {
            await output.WriteLineAsync(unusable.Message);
            return WronglyAsked;
        }
    }

    static async Task<int> PublishWhatIsDue(Publishing publishing, Database database, TextWriter output, CancellationToken cancellation)
    {
        var someQuarter = false;
        await foreach (var row in publishing.Run(AuditRow.Operator, cancellation))
        {
            await output.WriteLineAsync($"Published: {Line(row)}");
            someQuarter |= row.Kind == PublicationRow.QuarterKind;
        }
        if (someQuarter)
        {
            await database.Compact(cancellation);
            await database.Expunge(cancellation);
        }
        var agenda = await publishing.Look(cancellation);
        await output.WriteLineAsync(agenda.IsCounted
            ? "Nothing else is due."
            : "Nothing appears yet: the days were not counted up to today. The running program counts them every night, after an outage or a leap of the clock a week at a time; see its log, start it if it does not run, and set the clock right if it is wrong.");
        foreach (var (period, volume) in agenda.Coming)
            await output.WriteLineAsync($"Next: {period} on {period.DueOn:yyyy-MM-dd}{(volume == Volume.Low ? ", in low volume" : "")}");
        return agenda.IsCounted ? 0 : 1;
    }

    internal static async Task<int> List(PublicationStore publications, TextWriter output, CancellationToken cancellation)
    {
        var errata = (await publications.Errata(cancellation)).ToLookup(erratum => (erratum.Kind, erratum.Period));
        var all = await publications.All(cancellation);
        if (all.Count == 0)
            await output.WriteLineAsync("Nothing was published yet.");
        foreach (var row in all)
        {
            await output.WriteLineAsync($"{Line(row)} on {row.PublishedOn:yyyy-MM-dd}");
            foreach (var erratum in errata[(row.Kind, row.Period)])
                await output.WriteLineAsync($"    erratum of {erratum.Day:yyyy-MM-dd}: {erratum.En} / {erratum.Ru}");
        }
        return 0;
    }

    internal static async Task<int> AddErratum(
        PublicationStore publications, string period, string en, string ru, DateTimeOffset now, TextWriter output, CancellationToken cancellation)
    {
        if (Period.Read(period) is not { } about)
            return await Refuse($"“{period}” is no period: write a month such as 2026-10, or a quarter such as 2026-Q4.");
        var (said, fault) = Erratum.Read(en, ru);
        if (said is null)
            return await Refuse($"{Sentence(fault!.Value)} Write   publish erratum {about} --en “…” --ru “…”");
        if (!await publications.AddErratum(about, said, now, cancellation))
        {
            await output.WriteLineAsync($"Nothing was published about {about}, so nothing was added: “publish list” says what is out.");
            return 1;
        }
        await output.WriteLineAsync($"The erratum stands beside {about}, in the index, in the feed and on the page. Its files stay as they are.");
        await output.WriteLineAsync($"{ForEverybody} If this one does, it cannot be taken back: tell those who run this bot with you.");
        return 0;

        async Task<int> Refuse(string why)
        {
            await output.WriteLineAsync(why);
            return WronglyAsked;
        }
    }

    static string Sentence(ErratumFault fault) => fault switch
    {
        ErratumFault.Empty => "Say what is wrong in both languages.",
        ErratumFault.TooLong => $"Say it in at most {Erratum.Longest} letters for each language: more does not fit on the printed page.",
        ErratumFault.NotPlain => "It has a line break, letters that cannot be seen, or such as turn the direction of what follows: a reader would see something else than what stands there. Type it anew instead of pasting it.",
        ErratumFault.Markup => "It has something like <b> or &lt; in it, which programs of others may take for markup: write it in words.",
        ErratumFault.WrongLanguage => "The text after --en has no Latin letter, or the one after --ru no Cyrillic one: say it in English and in Russian.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Say this in words here."),
    };

    static string Line(PublicationRow row) => $"{row.Kind} {row.Period}, {row.Volume} volume, ε = {row.Epsilon}, SHA-256 of the JSON file {row.JsonSha256}";

    static Task<int> On(Func<Foundation, CancellationToken, Task<int>> act) =>
        Verbs.WithFoundation(Verbs.Quiet(), (_, foundation) => act(foundation, CancellationToken.None));

    static async Task<int> Help(TextWriter output)
    {
        await output.WriteLineAsync($"""
            What is published about a month or a quarter appears by itself, on the 15th after its end. “publish” does one of these:
              publish                                      publish what is due, and say what comes when
              publish list                                 say what is out, with hashes and errata
              publish erratum PERIOD --en TEXT --ru TEXT   say in words what was wrong with one; its files never change
            {ForEverybody}
            """);
        return WronglyAsked;
    }
}
