using System.Globalization;
using MigrantBot.Sealing;

namespace MigrantBot.Storage;

/// <summary>
/// The newest list of recipients that was believed under this root key, kept beside the pepper: whoever can write to the database only, or puts an older
/// one back, cannot make it forgotten.
/// </summary>
sealed class SeenListFile(string path, RootKey root)
{
    const int Longest = 1024;

    public static string Beside(string pepper) => $"{pepper}.list";

    /// <summary>True where it is known what was seen, also where that is nothing yet; false where the file is not as it was written.</summary>
    public bool TryRead(out SeenList? seen)
    {
        seen = null;
        try
        {
            return !Path.Exists(path) || TryRead(new FileInfo(path).Length > Longest ? "" : File.ReadAllText(path), out seen);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>False where it could not be kept. A newer one that another process has kept meanwhile stays.</summary>
    public bool TryKeep(SeenList believed)
    {
        if (!TryRead(out var kept))
            return false;
        if (kept?.Version >= believed.Version)
            return true;
        try
        {
            PrivateFile.Replace(path, string.Create(CultureInfo.InvariantCulture, $"{believed.Version} {believed.Hash} {root}\n"));
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>What was seen under another root key says nothing of this one.</summary>
    bool TryRead(string text, out SeenList? seen)
    {
        seen = null;
        if (text.TrimEnd('\n').Split(' ') is not [var number, { Length: 64 } hash, var key] || !hash.All(char.IsAsciiHexDigitLower)
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || RootKey.Read(key) is null)
            return false;
        seen = key == $"{root}" ? new(version, hash) : null;
        return true;
    }
}
