using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Publications;

/// <summary>How many accepted reports of one month stand in these cells: the exact number, never to be shown to anybody who is no moderator.</summary>
public sealed record Tally(Period Month, RegionCell Region, CaseType Type, CitizenCell Citizenship, ActorCell Actor, long Reports);

/// <summary>One cell of a published table; no value where it was below what is shown.</summary>
public sealed record Cell(IReadOnlyList<string> Key, long? Value);

/// <summary>A table as it is published: every category, in the order of the plan.</summary>
/// <param name="Spec">Which table it is.</param>
/// <param name="Cells">One for each key of <see cref="TableSpec.Keys"/>.</param>
/// <param name="Small">The sum of the cells that are not shown; null where all are, and in tables whose sums are not made to agree.</param>
public sealed record Table(TableSpec Spec, IReadOnlyList<Cell> Cells, long? Small);

/// <summary>What a publication says: noisy, consistent, final. Everything else in its file says how to read it.</summary>
/// <param name="Period">What it is about.</param>
/// <param name="Volume">Which plan it followed.</param>
/// <param name="Tables">Those of <see cref="Plan.Tables"/>, in its order.</param>
/// <param name="Total">All reports of the period, as <see cref="Tables"/> agree on it. A quarter too has one.</param>
public sealed record Figures(Period Period, Volume Volume, long Total, IReadOnlyList<Table> Tables);

/// <summary>A random whole number from 0 up to, but not including, <paramref name="below"/>, which is at least 1: each equally likely. In a running system only a cryptographic one will do.</summary>
public delegate long Chance(long below);
