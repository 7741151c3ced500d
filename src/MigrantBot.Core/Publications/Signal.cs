namespace MigrantBot.Core.Publications;

/// <summary>Early word of a rise: more in this cell than in the periods before, by more than noise and chance explain.</summary>
/// <param name="Period">In which it rose.</param>
/// <param name="Table">The name of its <see cref="TableSpec"/>.</param>
/// <param name="Key">The categories of its cell.</param>
/// <param name="Now">What is published for it.</param>
/// <param name="BeforeLow">On average at least so many in the periods before, if what was not shown was nothing.</param>
/// <param name="BeforeHigh">On average at most so many, if what was not shown was as much as it can have been.</param>
/// <param name="Periods">How many periods of the same kind, directly before, it is compared with.</param>
public sealed record Signal(Period Period, string Table, IReadOnlyList<string> Key, long Now, long BeforeLow, long BeforeHigh, int Periods);
