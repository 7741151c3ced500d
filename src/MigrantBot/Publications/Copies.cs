using System.Security.Cryptography;
using MigrantBot.Core.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Publications;

/// <summary>
/// What was drawn, kept outside the database: where a backup of before is put back, the same bytes appear again. A second draw would be another number about
/// the same reports, and two of them say more than one may.
/// </summary>
/// <param name="folder">Of all databases; each has its own within it.</param>
sealed class Copies(string folder)
{
    const string Json = "json", Csv = "csv";
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static string FolderBeside(string pepper) => $"{pepper}.published";

    /// <summary>All that was drawn for the database of this name, months before their quarter.</summary>
    public IReadOnlyList<Period> Of(string house) => Directory.Exists(Path.Combine(folder, house))
        ? [.. Directory.EnumerateFiles(Path.Combine(folder, house), $"*.{Json}").Select(file => Period.Read(Path.GetFileNameWithoutExtension(file))).OfType<Period>().Order()]
        : [];

    /// <summary>Null where it was never drawn.</summary>
    public PublicationFile? Find(string house, Period period, Volume volume)
    {
        if (!File.Exists(Name(house, period, Json)))
            return null;
        var (json, csv) = (File.ReadAllText(Name(house, period, Json)), File.ReadAllText(Name(house, period, Csv)));
        return VolumeOf(house, period) == volume
            ? new(json, csv) { FirstOn = PublicationText.DayOf(json) }
            : throw new UnusableDatabaseException($"{period} was drawn before in another volume: it is published in that one at the next look.");
    }

    /// <summary>Of one that is kept.</summary>
    public Volume VolumeOf(string house, Period period)
    {
        var path = Name(house, period, Json);
        try
        {
            return PublicationText.Read(File.ReadAllText(path)) is { } figures && figures.Period == period
                ? figures.Volume
                : throw new FormatException("It is about another period.");
        }
        catch (FormatException broken)
        {
            throw new UnusableDatabaseException($"{path} is not what was published about {period}, and nothing is drawn in its place: put the file there that NGOs or the page have, or a copy of it.", broken);
        }
    }

    /// <summary>Before anybody has seen it. What is kept already stays.</summary>
    public void Keep(string house, Period period, PublicationFile file)
    {
        if (File.Exists(Name(house, period, Json)))
            return;
        try
        {
            WriteBoth(house, period, file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UnusableDatabaseException(
                $"{folder} cannot be written ({failure.Message}), and nothing appears before its copy lies there: let this user write in that folder, and see that its disk has room.", failure);
        }
    }

    /// <summary>The files of this publication that are not what the database says of them; none where it was not copied yet.</summary>
    public IEnumerable<string> Others(string house, PublicationRow row)
    {
        var (json, csv) = (Name(house, Period.Read(row.Period)!, Json), Name(house, Period.Read(row.Period)!, Csv));
        return File.Exists(json) ? new[] { (json, row.JsonSha256), (csv, row.CsvSha256) }.Where(one => HashOf(one.Item1) != one.Item2).Select(one => one.Item1) : [];
    }

    /// <summary>Null where it cannot be read.</summary>
    static string? HashOf(string path)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    void WriteBoth(string house, Period period, PublicationFile file)
    {
        foreach (var each in new[] { folder, Path.Combine(folder, house) })
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(each);
            else
                Directory.CreateDirectory(each, OwnerOnly);
        // By the second one it is known that both are whole.
        PrivateFile.Replace(Name(house, period, Csv), file.Csv);
        PrivateFile.Replace(Name(house, period, Json), file.Json);
    }

    string Name(string house, Period period, string format) => Path.Combine(folder, house, $"{period}.{format}");
}
