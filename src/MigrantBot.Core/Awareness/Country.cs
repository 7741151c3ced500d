namespace MigrantBot.Core.Awareness;

/// <summary>A country whose citizens we speak to, by its ISO 3166 code in lower case.</summary>
public enum Country { Uz, Kz, Kg, Tj }
