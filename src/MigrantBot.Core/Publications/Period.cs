using System.Globalization;

namespace MigrantBot.Core.Publications;

/// <summary>How often a publication of this kind appears.</summary>
public enum Cadence { Month, Quarter }

/// <summary>A month (<c>2026-10</c>) or a quarter (<c>2026-Q3</c>) of the calendar.</summary>
public sealed record Period : IComparable<Period>
{
    /// <summary>The day of the month on which the period before appears, fixed for ever and for everybody.</summary>
    public const int DueDay = 15;

    /// <summary>A report that is accepted up to this day of the next month still counts in the month in which it was received.</summary>
    public const int LastDayToAccept = 10;

    Period(Cadence cadence, int year, int number) => (Cadence, Year, Number) = (cadence, year, number);

    public Cadence Cadence { get; }

    public int Year { get; }

    /// <summary>Of the month or the quarter within the year, from 1.</summary>
    public int Number { get; }

    public DateOnly FirstDay => new(Year, Cadence == Cadence.Month ? Number : (Number * 3) - 2, 1);

    /// <summary>The first day of the next one.</summary>
    public DateOnly End => FirstDay.AddMonths(Cadence == Cadence.Month ? 1 : 3);

    /// <summary>The day from which it may be published.</summary>
    public DateOnly DueOn => End.AddDays(DueDay - 1);

    /// <summary>The next one of the same kind.</summary>
    public Period Next => Cadence == Cadence.Month ? MonthOf(End) : QuarterOf(End);

    /// <summary>The quarter in which a month lies; a quarter lies in itself.</summary>
    public Period Quarter => QuarterOf(FirstDay);

    /// <summary>The three of a quarter; a month is its only one.</summary>
    public IReadOnlyList<Period> Months =>
        Cadence == Cadence.Month ? [this] : [MonthOf(FirstDay), MonthOf(FirstDay.AddMonths(1)), MonthOf(FirstDay.AddMonths(2))];

    public static Period MonthOf(DateOnly day) => new(Cadence.Month, day.Year, day.Month);

    public static Period QuarterOf(DateOnly day) => new(Cadence.Quarter, day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>The one month in which a report counts, for life: that of its receipt, if it was accepted soon enough, else that of its acceptance.</summary>
    public static Period CountedIn(DateOnly receivedOn, DateOnly acceptedOn)
    {
        var received = MonthOf(receivedOn);
        return acceptedOn <= received.End.AddDays(LastDayToAccept - 1) ? received : MonthOf(acceptedOn);
    }

    /// <summary>What <see cref="ToString"/> writes, exactly; else null.</summary>
    public static Period? Read(string text)
    {
        if (text.Length != 7 || text[4] != '-' || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1)
            return null;
        var number = text[5] == 'Q' ? text.AsSpan(6) : text.AsSpan(5);
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which))
            return null;
        return text[5] == 'Q'
            ? which is >= 1 and <= 4 ? new(Cadence.Quarter, year, which) : null
            : which is >= 1 and <= 12 ? new(Cadence.Month, year, which) : null;
    }

    /// <summary>By time; the months of a quarter come before it.</summary>
    public int CompareTo(Period? other) => other is null ? 1 : (End, Cadence).CompareTo((other.End, other.Cadence));

    public static bool operator <(Period one, Period other) => one.CompareTo(other) < 0;

    public static bool operator <=(Period one, Period other) => one.CompareTo(other) <= 0;

    public static bool operator >(Period one, Period other) => one.CompareTo(other) > 0;

    public static bool operator >=(Period one, Period other) => one.CompareTo(other) >= 0;

    public override string ToString() => Cadence == Cadence.Month ? $"{Year:0000}-{Number:00}" : $"{Year:0000}-Q{Number}";
}
