namespace MigrantBot.Storage;

/// <summary>The two databases that the program runs on.</summary>
enum Provider { Sqlite, Postgres }

/// <summary>Where the data is: <c>Database__Provider</c> and <c>Database__ConnectionString</c>.</summary>
sealed record DatabaseOptions(Provider Provider, string ConnectionString)
{
    /// <summary>A connection string may hold a password, so it never prints.</summary>
    public override string ToString() => Provider.ToString();
}
