using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace MigrantBot.Browser;

/// <summary>
/// The scripts and styles of one part of the program, embedded into it, and those that all parts share. Their address carries a hash of them all: it may
/// be cached for ever, and modules of two releases never mix. They are packed once, since networks are slow where they are needed.
/// </summary>
sealed class BrowserFiles
{
    const string Shared = "shared";

    readonly string address;
    readonly FrozenDictionary<string, byte[]> files;
    readonly FrozenDictionary<string, byte[]> packed;
    readonly ModuleGraph modules;

    /// <param name="address">Where the part serves them: <c>/console/files</c>.</param>
    /// <param name="part">As Browser.targets calls the part.</param>
    public BrowserFiles(string address, string part)
    {
        this.address = address;
        files = Embedded(part).Concat(Embedded(Shared)).ToFrozenDictionary(file => file.Name, file => file.Content);
        packed = files.ToFrozenDictionary(file => file.Key, file => Pack(file.Value));
        Version = HashOf(files);
        modules = new ModuleGraph(files.Where(file => file.Key.EndsWith(".js", StringComparison.Ordinal)).ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value)));
    }

    public string Version { get; }

    public string Address(string name) =>
        files.ContainsKey(name) ? $"{address}/{Version}/{name}" : throw new ArgumentException($"No {name} is embedded for {address}: look at Browser.targets.", nameof(name));

    /// <summary>Addresses of the modules that these scripts bring with them. A page that names them all fetches them at once, not one layer of imports after the other.</summary>
    public IEnumerable<string> Behind(params IReadOnlyList<string> scripts) => modules.Behind(scripts).Select(Address);

    public IResult Serve(string version, string name, HttpContext http)
    {
        if (version != Version || !files.TryGetValue(name, out var content))
            return Results.NotFound();
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
            return Results.Bytes(content, TypeOf(name));
        headers.ContentEncoding = "gzip";
        return Results.Bytes(packed[name], TypeOf(name));
    }

    static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"Name the content type of {other} files here."),
    };

    static IEnumerable<(string Name, byte[] Content)> Embedded(string part)
    {
        var (assembly, prefix) = (typeof(BrowserFiles).Assembly, $"browser/{part}/");
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => (name[prefix.Length..], Content(assembly.GetManifestResourceStream(name)!)));
    }

    static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(content);
        return packed.ToArray();
    }

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
