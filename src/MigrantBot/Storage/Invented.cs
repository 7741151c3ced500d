namespace MigrantBot.Storage;

/// <summary>
/// Whether the cases of this database are invented. It is read once at the start: what was made for a demo never becomes a real house, nor the other way round.
/// </summary>
sealed record Invented(bool Is);
