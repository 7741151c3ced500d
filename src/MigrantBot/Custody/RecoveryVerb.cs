using MigrantBot.Sealing;

namespace MigrantBot.Custody;

/// <summary>The verb <c>keys recovery FOLDER</c>: a recovery key on two sheets, to be printed and then deleted.</summary>
static class RecoveryVerb
{
    public static Outcome Make(string folder, Randomness random)
    {
        var (publicKey, name, refused) = Sheets.Make(
            folder, SheetKind.Recovery, "the recovery key of the moderators", "Both sheets together open every report told since this key is on the list.", random);
        return publicKey is null ? refused! : Outcome.Done(
            $"{Convert.ToBase64String(publicKey)}\n",
            $"The two sheets are in {folder}. Print both, look whether they can be read, then delete the files and give the sheets to two people who keep them in two places.\n"
            + $"The line above is the public half, {name}: “keys draft --recovery PUBLICKEY” puts it on the list.");
    }
}
