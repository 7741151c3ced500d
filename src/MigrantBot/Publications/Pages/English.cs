using System.Globalization;
using MigrantBot.Core.Publications;

namespace MigrantBot.Publications.Pages;

sealed class English : Tongue
{
    static readonly string[] MonthNames =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public override string Code => "en";
    public override string Address => PagePaths.English;
    public override string FeedAddress => PagePaths.EnglishFeed;
    public override Tongue Other => OfRussian;
    public override string OwnName => "English";

    public override string Title => "Coercion into army contracts: what migrants report";
    public override string Lead =>
        "Migrants who are pressed to sign contracts with the Russian army can report it to this service without giving a name. Moderators read the reports. Those they accept are counted here.";
    public override string Skip => "Skip to the numbers";
    public override string Languages => "Languages";
    public override string Invented => "Invented data. This is a trial: no person made any of these reports, and no number here may be quoted.";
    public override string InventedMark => "Invented data";

    public override string NewestMonth => "Newest month";
    public override string NewestQuarter => "Newest quarter";
    public override string About(long reports, int margin) => $"about {Number(reports)} {Word(reports)}, give or take {margin}";
    public override string Between(long low, long high) => $"Very likely between {Number(low)} and {Number(high)}: true for 95 of 100 such ranges.";
    public override string Compared(Change change, Period before, long reports) => change switch
    {
        Change.More => $"Up from about {Number(reports)} ({Name(before)}), by more than the margins explain.",
        Change.Fewer => $"Down from about {Number(reports)} ({Name(before)}), by more than the margins explain.",
        _ => $"No clear change from about {Number(reports)} ({Name(before)}): the difference is within the margins.",
    };
    public override string QuartersOnly => "Few reports are expected here, so numbers appear by quarter only: in a single month the margin would drown them.";

    public override string NothingYet => "Nothing has been published yet";
    public override string FirstAppears(DateOnly? day) => day is { } known
        ? $"The first numbers are due on {Day(known)}. Until then there is nothing to see here, for anybody."
        : "The first numbers appear on the 15th of the month after the first month, or first quarter, in which the service takes reports.";

    public override string Trend(Cadence cadence) => cadence == Cadence.Month ? "Reports by month" : "Reports by quarter";
    public override string TrendNote(int margin) => $"The line is the published number. The band shows where the true one very likely lies: up to {margin} either way.";
    public override string Heading(TableSpec table) => table.Name switch
    {
        "region" => "Where they were pressed",
        "type" => "How they were pressed",
        "citizenship" => "Citizenship",
        "actor" => "Who pressed them",
        "region-type" => "Where and how",
        _ => Reports,
    };
    public override string NotSaid(TableSpec table) => table.Name switch
    {
        "region" => "It does not say where the danger is greatest: regions with more migrants, or with more who know this service, report more.",
        "type" => "It does not say what else was done: each report counts once, under the gravest thing it tells.",
        "citizenship" => "It does not say who is pressed most: communities differ in size, and in how well they know this service.",
        "actor" => "It does not say who is guilty: this is what reporters say, and no court has examined it.",
        "region-type" => "It does not say that nothing happens where no number stands: a hidden cell is a small one, not an empty one.",
        _ => "It does not say how many people were pressed: nobody knows how many stay silent, and one person may report more than once.",
    };
    public override string TrendNotSaid => "It does not say that coercion grew or fell: more people may have heard of the service, and networks are blocked from time to time.";
    public override string MarginNote(TableSpec table) => $"Each number: give or take {table.Margin}. Of 100 such ranges, 95 hold the true one.";
    public override string ChartOf(string heading) => $"Chart: {heading}. The same numbers stand in the table below it.";
    public override string AsTable => "The same as a table";
    public override string PeriodColumn => "Period";
    public override string Reports => "Reports";
    public override string Likely => "Very likely";
    public override string FewerThan(int threshold) => $"fewer than {threshold}";
    public override string Together(int threshold) => $"Those with fewer than {threshold}, together";
    public override string ColourNote(int threshold) => $"The more a cell stands out, the more reports it has. <{threshold} means: fewer than {threshold}, and not shown; it does not mean none.";
    public override string NoSumNote => "Rows and columns need not add up to the other tables: each cell has a margin of its own.";

    public override string Signals => "Early signals";
    public override string SignalsMeaning =>
        "A number is named here when it is at least half as high again as before, and by more than noise and chance explain. If nothing at all has changed, at most 1 publication in 100 carries a signal.";
    public override string NoSignals => "None in the newest publications.";
    public override string Signal(Signal signal, string about) =>
        $"{about}: about {Number(signal.Now)} {In(signal.Period)}. In the {signal.Periods} periods before, on average: between {Number(signal.BeforeLow)} and {Number(signal.BeforeHigh)}.";
    public override string SignalNotSaid => "It does not say why: ask on the spot before you write that coercion has grown.";

    public override string Limits => "What these numbers are not";
    public override IReadOnlyList<Saying> LimitsSaid { get; } =
    [
        new("Not people.", "They are reports. One person can report several times, and one report can tell of several people."),
        new("Not everybody.", "Whoever is afraid, watched, locked up, at the front, or without a phone or internet reports less, or not at all."),
        new("Not proof.", "A report counts when a moderator has found it credible. Moderators cannot check most of it, and no court has."),
        new("Not a rate.", "They do not tell how many migrants are pressed, nor what share. Please calculate no percentages of a population from them."),
        new("Not the day it happened.", "A report counts in the month in which it came in; if it was accepted after the 10th of the next month, in the month of acceptance."),
    ];
    public override string Protection => "How people are protected";
    public override IReadOnlyList<Saying> ProtectionSaid { get; } =
    [
        new("Noise.", "A random number is added to every count before anybody outside sees it. It hides whether any one report is among them. This is where the margins come from (differential privacy, discrete Laplace; over its whole life a report costs at most ε = 2)."),
        new("Thresholds.", "Small cells are not shown singly."),
        new("Once.", "Numbers appear on the 15th, fixed in advance. They are never calculated again, and everybody gets the same bytes. What was wrong is corrected in words."),
        new("Then gone.", "When a quarter is out, the answers that were counted are deleted. They remain only in the sealed report, which the server cannot open, until that is deleted too."),
        new("What remains.", "Several reports by one person add up, so someone who reports often is protected less."),
    ];

    public override string Quoting => "How to quote this";
    public override string QuotingHow => "Always with the margin, and always as reports, not as people:";
    public override string Quotation(Period period, long reports, int margin, DateOnly published, string address) =>
        $"About {Number(reports)} accepted {Word(reports)} of coercion into army contracts {In(period)}, give or take {margin} (MigrantBot, published on {Day(published)}, {address}).";

    public override string Corrections => "Corrections";
    public override string Correction => "Correction";
    public override string OlderCorrections => "Older corrections stand on the page itself.";
    public override string CorrectionsMeaning => "Published numbers stay as they are. Where something was wrong with them, it is said here.";
    public override string Corrected => "see corrections";
    public override string CorrectionOf(Correction correction) => correction.English;

    public override string Archive => "All publications";
    public override string ArchiveMeaning => "Each file holds every table of its period, with the margins. CSV opens in a spreadsheet, JSON is for programs.";
    public override string Published => "Published";
    public override string DownloadColumn => "Download";
    public override string Download(string format, Period period) => $"{format}, {Name(period)}";
    public override string ForPrograms => "Organisations can fetch the same files by program, with a key from whoever runs this service:";
    public override string ForProgramsLink => "description of the interface";
    public override string ToBeTold => "To hear of new numbers and corrections, without an account:";
    public override string ToBeToldLink => "feed for news readers (Atom)";

    public override string Source(string address, IReadOnlyList<(Period Period, DateOnly On)> shown) =>
        $"Source: MigrantBot, {address}. {string.Join("; ", shown.Select(one => $"{Name(one.Period)}, published on {Day(one.On)}"))}.";

    public override string Name(Period period) => period.Cadence == Cadence.Month
        ? $"{MonthNames[period.Number - 1]} {period.Year}"
        : $"{MonthNames[(period.Number * 3) - 3]} to {MonthNames[(period.Number * 3) - 1]} {period.Year}";

    public override string In(Period period) => period.Cadence == Cadence.Month ? $"in {Name(period)}" : $"from {Name(period)}";

    public override string Short(Period period) => period.Cadence == Cadence.Month ? $"{MonthNames[period.Number - 1][..3]} {period.Year % 100:00}" : $"Q{period.Number} {period.Year % 100:00}";

    public override string Day(DateOnly day) => $"{day.Day} {MonthNames[day.Month - 1]} {day.Year}";

    protected override NumberFormatInfo Separated { get; } = SeparatedBy(",");

    protected override IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string>
    {
        ["region"] = "Region", ["type"] = "Type", ["citizenship"] = "Citizenship", ["actor"] = "Pressed by",
        ["region.moscow"] = "Moscow", ["region.north-west"] = "North-West", ["region.central"] = "Central", ["region.south"] = "South", ["region.volga"] = "Volga",
        ["region.urals"] = "Urals", ["region.siberia-far-east"] = "Siberia, Far East", ["region.war-zone"] = "War zone", ["region.other"] = "Elsewhere or not said",
        ["type.violence"] = "Violence", ["type.legal-threat"] = "Legal threat", ["type.documents"] = "Documents", ["type.deception"] = "Deception",
        ["type.money"] = "Money", ["type.other"] = "Other",
        ["citizenship.uz"] = "Uzbekistan", ["citizenship.tj"] = "Tajikistan", ["citizenship.kg"] = "Kyrgyzstan", ["citizenship.kz"] = "Kazakhstan",
        ["citizenship.other"] = "Another country", ["citizenship.unsaid"] = "Not said",
        ["actor.police"] = "Police", ["actor.migration-service"] = "Migration service", ["actor.prison-staff"] = "Prison staff", ["actor.military"] = "Military",
        ["actor.private"] = "Employer, agent, countryman", ["actor.other"] = "Other or not said",
    };

    static string Word(long reports) => reports == 1 ? "report" : "reports";
}
