namespace MigrantBot.Core.Awareness;

/// <summary>The part of Russia in which an office stands. The names are those of the regions of a report.</summary>
public enum Area { Moscow, NorthWest, South, Volga, Urals, Siberia, FarEast }
