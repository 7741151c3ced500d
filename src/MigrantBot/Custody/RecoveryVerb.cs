using MigrantBot.Sealing;

namespace MigrantBot.Custody;

/// <summary>The verb <c>keys recovery FOLDER</c>: a recovery key on two sheets, to be printed and then deleted.</summary>
static class RecoveryVerb
{
    public static string FileOf(char letter) => $"sheet-{char.ToLowerInvariant(letter)}.txt";

    public static Outcome Make(string folder, Randomness random)
    {
        var (publicKey, a, b) = RecoveryKey.Make(random);
        using var erasingA = new Erasing(a.Half);
        using var erasingB = new Erasing(b.Half);
        if (new[] { a, b }.Select(sheet => Path.Combine(folder, FileOf(sheet.Letter))).FirstOrDefault(Path.Exists) is { } old)
            return Outcome.ToMend($"{old} is there already and is not written over. Name another folder.");
        foreach (var sheet in new[] { a, b })
            if (OwnFile.Write(Path.Combine(folder, FileOf(sheet.Letter)), Text(sheet)) is { } refused)
                return refused;
        return Outcome.Done(
            $"{Convert.ToBase64String(publicKey)}\n",
            $"The two sheets are in {folder}. Print both, look whether they can be read, then delete the files and give the sheets to two people who keep them in two places.\n"
            + $"The line above is the public half, {a.Key}: “keys draft --recovery PUBLICKEY” puts it on the list.");
    }

    static string Text(Sheet sheet) =>
        $"""
        # MigrantBot: the recovery key of the moderators, sheet {sheet.Letter} of two.
        # Both sheets together open every report told since this key is on the list. One alone opens nothing.
        # Keep it on paper only, apart from the other sheet. When it is needed, type the six lines below into a file.

        {sheet.Write()}
        """;
}
