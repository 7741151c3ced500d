using System.Globalization;

namespace MigrantBot.Storage.Rows;

/// <summary>Where a case stands in the queue; it stays a good bookmark when the case itself is gone.</summary>
sealed record QueuePlace(long Flood, long Urgency, DateOnly ReceivedOn, string Id)
{
    public static QueuePlace Of(CaseRow row) => new(row.Flood, row.Urgency, row.ReceivedOn, row.Id);

    /// <summary>Null for what <see cref="ToString"/> did not write.</summary>
    public static QueuePlace? Read(string? text) =>
        text?.Split('.') is [var flood, var urgency, var day, { Length: > 0 } id]
        && long.TryParse(flood, NumberStyles.None, CultureInfo.InvariantCulture, out var level)
        && long.TryParse(urgency, NumberStyles.None, CultureInfo.InvariantCulture, out var score)
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var received)
            ? new QueuePlace(level, score, received, id)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Flood}.{Urgency}.{ReceivedOn:yyyy-MM-dd}.{Id}");
}
