namespace MigrantBot.Storage.Rows;

/// <summary>A key by which an NGO fetches publications. The key itself is nowhere; days only say when it was used.</summary>
sealed record NgoKeyRow
{
    public string Id { get; init; } = "";

    public string Ngo { get; init; } = "";

    /// <summary>The part of the key by which it is found and named.</summary>
    public string Prefix { get; init; } = "";

    public string KeySha256 { get; init; } = "";

    /// <summary>Names with a space between them: <c>months quarters signals</c>.</summary>
    public string Scopes { get; init; } = "";

    public DateOnly CreatedOn { get; init; }

    public DateOnly? UsedOn { get; init; }

    public DateOnly? RevokedOn { get; init; }

    public bool Allows(string scope) => Scopes.Split(' ').Contains(scope);
}
