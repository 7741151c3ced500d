using MigrantBot.Sealing;

namespace MigrantBot.Backups;

/// <summary>Where the nightly backups go, and the key that they are sealed to.</summary>
sealed record BackupOptions(BackupKey Key, string Folder)
{
    /// <summary>Null without both settings. Every mistake is refused: whoever sets one of them relies on there being backups.</summary>
    public static BackupOptions? Read(IConfigurationSection section, ICollection<string> refusals)
    {
        var (text, folder) = (section["Key"], section["Folder"]);
        var key = text is null ? null : BackupKey.Read(text);
        if (text is not null && key is null)
            refusals.Add("Backup__Key is no public key: copy it whole from the line that “keys backup FOLDER” printed, 88 letters; or leave the setting out, and Backup__Folder with it.");
        if (folder is "")
            refusals.Add("Backup__Folder is empty: name the folder for the nightly backups, best on another disk; or leave the setting out, and Backup__Key with it.");
        if (text is not null && folder is null)
            refusals.Add("Backup__Folder is missing, and Backup__Key is set: name the folder for the nightly backups, best on another disk.");
        if (text is null && folder is not null)
            refusals.Add("Backup__Key is missing, and Backup__Folder is set: make a key on a computer without a network (keys backup FOLDER) and set the line that it prints.");
        return key is not null && folder is { Length: > 0 } ? new(key, Path.GetFullPath(folder)) : null;
    }
}
