namespace MigrantBot.Core.Exchange;

/// <summary>Something to store. Each feature adds its own; the host carries it out in one transaction, or not at all.</summary>
public abstract record Effect;

/// <summary>What a turn gives: the screen to show and what to store first.</summary>
public sealed record Turn(Screen Screen, params IReadOnlyList<Effect> Effects);
