using System.Globalization;
using MigrantBot.Sealing;

namespace MigrantBot.Custody;

/// <summary>
/// Which lists were signed with a root key, kept beside it. A server whose database was set back asks for a number once more; the one place where that
/// shows for certain is here.
/// </summary>
sealed class SignedBefore
{
    readonly string path;
    readonly string[] lines;

    SignedBefore(string path, string[] lines) => (this.path, this.lines) = (path, lines);

    public static (SignedBefore? Log, Outcome? Refused) Open(string rootFile)
    {
        var path = $"{rootFile}.signed";
        if (!Path.Exists(path))
            return (new(path, []), null);
        var (text, refused) = OwnFile.Read(path);
        return text is null ? (null, refused) : (new(path, text.Split('\n', StringSplitOptions.RemoveEmptyEntries)), null);
    }

    /// <summary>What to say where this number was given before; else nothing.</summary>
    public string Warning(long version) =>
        lines.Any(line => line.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{version} "), StringComparison.Ordinal))
            ? $"LIST {version} WAS SIGNED HERE BEFORE. If that one was loaded, somebody has set the server's database back: stop, load the list from then once more, and find out who.\n"
            : "";

    public void Add(long version, byte[] body) =>
        File.AppendAllText(path, string.Create(CultureInfo.InvariantCulture, $"{version} {RecipientList.HashOf(body)}\n"));
}
