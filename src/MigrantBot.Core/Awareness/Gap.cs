namespace MigrantBot.Core.Awareness;

/// <summary>Something without which a place would have no screen, in words that a lawyer understands; <paramref name="Id"/> names the item that has to change, where it is one.</summary>
public sealed record Gap(string Problem, string Mend, string? Id = null);
