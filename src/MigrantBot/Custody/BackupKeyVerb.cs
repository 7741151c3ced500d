using MigrantBot.Sealing;

namespace MigrantBot.Custody;

/// <summary>The verb <c>keys backup FOLDER</c>: a backup key on two sheets, to be printed and then deleted.</summary>
static class BackupKeyVerb
{
    public static Outcome Make(string folder, Randomness random)
    {
        var (publicKey, name, refused) = Sheets.Make(
            folder, SheetKind.Backup, "a BACKUP key", "Both sheets together open the backups that were sealed to it, and in them everything but the words of reports.", random);
        return publicKey is null ? refused! : Outcome.Done(
            $"Backup__Key={Convert.ToBase64String(publicKey)}\n",
            $"The two sheets are in {folder}. Print both, look whether they can be read, then delete the files and give the sheets to two people who keep them in two places.\n"
            + $"Give the line above, the public half of {name}, to the server as a setting, and with it Backup__Folder. A backup can only be made with the line, and only be opened with both sheets.");
    }
}
