namespace MigrantBot.Storage.Rows;

/// <summary>A case that came about when another did, from the same region and of the same type.</summary>
sealed record AlikeRow
{
    public string Id { get; init; } = "";
    public DateOnly ReceivedOn { get; init; }
    public string Status { get; init; } = "";

    /// <summary>As <see cref="FacetColumns.Read"/> takes them apart.</summary>
    public string Facets { get; init; } = "";
}
