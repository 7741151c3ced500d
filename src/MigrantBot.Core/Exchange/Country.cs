namespace MigrantBot.Core.Exchange;

/// <summary>A country to whose citizens we speak, by its ISO 3166 code in lower case.</summary>
public enum Country { Uz, Kz, Kg, Tj }
