using System.Collections.Frozen;
using System.Security.Cryptography;

namespace MigrantBot.Console;

/// <summary>
/// The scripts and the style of the console, embedded into the program. Their address carries a hash of them all: it may be cached for ever,
/// and modules of two releases never mix.
/// </summary>
sealed class BrowserFiles
{
    const string Prefix = "browser/";

    readonly FrozenDictionary<string, byte[]> files;

    public BrowserFiles()
    {
        var assembly = typeof(BrowserFiles).Assembly;
        files = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name => Content(assembly.GetManifestResourceStream(name)!));
        Version = HashOf(files);
    }

    public string Version { get; }

    public string Address(string name) =>
        files.ContainsKey(name) ? $"{ConsolePaths.Files}/{Version}/{name}" : throw new ArgumentException($"There is no {name} in Console/Browser.", nameof(name));

    public IResult Serve(string version, string name, HttpResponse response)
    {
        if (version != Version || !files.TryGetValue(name, out var content))
            return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(content, TypeOf(name));
    }

    static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"Name the content type of {other} files here."),
    };

    static byte[] Content(Stream resource)
    {
        using (resource)
        {
            var content = new byte[resource.Length];
            resource.ReadExactly(content);
            return content;
        }
    }

    static string HashOf(IReadOnlyDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
