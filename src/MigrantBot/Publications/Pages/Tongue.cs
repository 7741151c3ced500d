using System.Globalization;
using MigrantBot.Core.Publications;

namespace MigrantBot.Publications.Pages;

/// <summary>A heading within a list of explanations, and what is said under it.</summary>
sealed record Saying(string Term, string Text);

/// <summary>
/// Every word of the public page. The compiler sees to it that both languages have the same; numbers and names are handed in, so that each can be
/// bent as its language bends it.
/// </summary>
abstract class Tongue
{
    public static Tongue OfEnglish { get; } = new English();

    public static Tongue OfRussian { get; } = new Russian();

    public abstract string Code { get; }
    public abstract string Address { get; }
    public abstract string FeedAddress { get; }
    public abstract Tongue Other { get; }
    public abstract string OwnName { get; }

    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string Skip { get; }
    public abstract string Languages { get; }
    public abstract string Invented { get; }
    public abstract string InventedMark { get; }

    public abstract string NewestMonth { get; }
    public abstract string NewestQuarter { get; }
    public abstract string About(long reports, int margin);
    public abstract string Between(long low, long high);
    public abstract string Compared(Change change, Period before, long reports);
    public abstract string QuartersOnly { get; }

    public abstract string NothingYet { get; }
    public abstract string FirstAppears(DateOnly? day);

    public abstract string Trend(Cadence cadence);
    public abstract string TrendNote(int margin);
    public abstract string Heading(TableSpec table);
    public abstract string NotSaid(TableSpec table);
    public abstract string TrendNotSaid { get; }
    public abstract string MarginNote(TableSpec table);
    public abstract string ChartOf(string heading);
    public abstract string AsTable { get; }
    public abstract string PeriodColumn { get; }
    public abstract string Reports { get; }
    public abstract string Likely { get; }
    public abstract string FewerThan(int threshold);
    public abstract string Together(int threshold);
    public abstract string ColourNote(int threshold);
    public abstract string NoSumNote { get; }

    public abstract string Signals { get; }
    public abstract string SignalsMeaning { get; }
    public abstract string NoSignals { get; }
    public abstract string Signal(Signal signal, string about);
    public abstract string SignalNotSaid { get; }

    public abstract string Limits { get; }
    public abstract IReadOnlyList<Saying> LimitsSaid { get; }
    public abstract string Protection { get; }
    public abstract IReadOnlyList<Saying> ProtectionSaid { get; }

    public abstract string Quoting { get; }
    public abstract string QuotingHow { get; }
    public abstract string Quotation(Period period, long reports, int margin, DateOnly published, string address);

    public abstract string Corrections { get; }
    public abstract string Correction { get; }
    public abstract string OlderCorrections { get; }
    public abstract string CorrectionsMeaning { get; }
    public abstract string Corrected { get; }
    public abstract string CorrectionOf(Correction correction);

    public abstract string Archive { get; }
    public abstract string ArchiveMeaning { get; }
    public abstract string Published { get; }
    public abstract string DownloadColumn { get; }
    public abstract string Download(string format, Period period);
    public abstract string ForPrograms { get; }
    public abstract string ForProgramsLink { get; }
    public abstract string ToBeTold { get; }
    public abstract string ToBeToldLink { get; }

    public abstract string Source(string address, IReadOnlyList<(Period Period, DateOnly On)> shown);

    /// <summary>“October 2026”, “July to September 2026”.</summary>
    public abstract string Name(Period period);

    /// <summary>“in October 2026”.</summary>
    public abstract string In(Period period);

    /// <summary>For the axis of a chart.</summary>
    public abstract string Short(Period period);

    public abstract string Day(DateOnly day);

    public string Number(long number) => number.ToString("#,0", Separated);

    /// <summary>As a sentence begins.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The whole range of a number: “402–422”.</summary>
    public string Range((long Low, long High) range) => $"{Number(range.Low)}–{Number(range.High)}";

    /// <summary>A category of a table, called as moderators see it.</summary>
    public string Label(Dimension dimension, string category) => Labels[$"{dimension.Name}.{category}"];

    public string Label(Dimension dimension) => Labels[dimension.Name];

    protected abstract IReadOnlyDictionary<string, string> Labels { get; }

    protected abstract NumberFormatInfo Separated { get; }

    protected static NumberFormatInfo SeparatedBy(string separator) =>
        new() { NumberGroupSeparator = separator, NumberGroupSizes = [3] };
}
