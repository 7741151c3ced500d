namespace MigrantBot.Core.Exchange;

/// <summary>A text read aloud by a person: the recording of an item of the catalogue in one language.</summary>
public sealed record Recording(Language Language, string Id);
