using System.Globalization;

namespace MigrantBot.Storage.Rows;

/// <summary>Where a case stands in a list; it stays a good bookmark when the case itself is gone.</summary>
sealed record QueuePlace
{
    public long Flood { get; init; }
    public long Turn { get; init; }

    /// <summary>Since when it waits; in the list of decided cases the day of the verdict.</summary>
    public DateOnly Since { get; init; }

    public string Id { get; init; } = "";

    /// <summary>Of a case that is worked on.</summary>
    public static QueuePlace Of(CaseRow row) => new() { Flood = row.Flood, Turn = row.Turn, Since = row.WaitsSince, Id = row.Id };

    /// <summary>Null for what <see cref="ToString"/> did not write.</summary>
    public static QueuePlace? Read(string? text) =>
        text?.Split('.') is [var flood, var turn, var day, { Length: > 0 } id] && !id.Any(char.IsControl)
        && long.TryParse(flood, NumberStyles.None, CultureInfo.InvariantCulture, out var level)
        && long.TryParse(turn, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since)
            ? new QueuePlace { Flood = level, Turn = number, Since = since, Id = id }
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Flood}.{Turn}.{Since:yyyy-MM-dd}.{Id}");
}
