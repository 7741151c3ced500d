using System.Text.Json;

namespace MigrantBot.Demo;

/// <summary>
/// What opens a demo, kept in a file of its owner beside the pepper: nothing in it opens anything that is true, and whoever comes back the next day wants to
/// get in again.
/// </summary>
/// <param name="Passcodes">Of each demo moderator, by handle.</param>
/// <param name="NgoKey">For the API.</param>
/// <param name="Receipt">Of an invented report that was answered.</param>
sealed record Access(IReadOnlyDictionary<string, string> Passcodes, string NgoKey, string Receipt)
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string FileBeside(string pepper) => $"{pepper}.demo.json";

    public async Task Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        File.Delete(path);
        await using var file = new FileStream(path, options);
        await JsonSerializer.SerializeAsync(file, this, Readable);
    }

    /// <summary>Null where the file is not there, or not whole.</summary>
    public static async Task<Access?> Read(string path)
    {
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<Access>(await File.ReadAllTextAsync(path), Readable) is { Passcodes: not null, NgoKey: not null, Receipt: not null } whole
                ? whole
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>It does not print.</summary>
    public override string ToString() => nameof(Access);
}
