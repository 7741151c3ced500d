namespace MigrantBot.Core.Publications;

/// <summary>By what a table is divided, and all categories in the order in which they are always listed.</summary>
public sealed record Dimension(string Name, IReadOnlyList<string> Categories);

/// <summary>One table of every publication of a kind: fixed in public, never chosen by looking at data.</summary>
/// <param name="Name">Such as <c>region-type</c>.</param>
/// <param name="By">None for the total, one, or two.</param>
/// <param name="Loss">What it costs a report that stands in it.</param>
/// <param name="ShowFrom">Cells whose noisy value is lower are not shown singly: an empty one would show in at most one of a hundred.</param>
/// <param name="Margin">So far from the truth lie at most 5 of 100 cells.</param>
public sealed record TableSpec(string Name, IReadOnlyList<Dimension> By, Epsilon Loss, int ShowFrom, int Margin)
{
    /// <summary>The categories of each cell, one for each dimension, the last changing fastest.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Keys { get; } = By.Aggregate<Dimension, IReadOnlyList<IReadOnlyList<string>>>(
        [[]], (keys, dimension) => [.. keys.SelectMany(key => dimension.Categories, IReadOnlyList<string> (key, category) => [.. key, category])]);
}
