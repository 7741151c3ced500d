using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MigrantBot.Storage;

/// <summary>One numbered step of the schema. Its text is never changed once it has been released: a later step mends it.</summary>
sealed record Migration(long Number, string Sql)
{
    const string Folder = "migrations/";

    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>The steps that this program carries (<c>migrations/0001_initial.sql</c>), in order.</summary>
    public static IReadOnlyList<Migration> Embedded()
    {
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => new Migration(NumberOf(name), Text(assembly.GetManifestResourceStream(name)!)))
            .OrderBy(migration => migration.Number)];
    }

    static long NumberOf(string name) => long.Parse(name.AsSpan(Folder.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture);

    static string Text(Stream resource)
    {
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
