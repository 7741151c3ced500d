namespace MigrantBot.Core.Exchange;

/// <summary>An item of the catalogue as somebody has read it aloud.</summary>
public sealed record Recording(Language Language, string Id);
