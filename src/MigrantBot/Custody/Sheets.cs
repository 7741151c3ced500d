using System.Security.Cryptography;
using MigrantBot.Sealing;

namespace MigrantBot.Custody;

/// <summary>Keys that live on two sheets of paper: the files to print, and what people have typed from them.</summary>
static class Sheets
{
    public static string FileOf(char letter) => $"sheet-{char.ToLowerInvariant(letter)}.txt";

    /// <summary>Writes both sheets of a new key; its public half and name, or why there is none.</summary>
    /// <param name="folder">Where the two files go.</param>
    /// <param name="kind">What the key opens.</param>
    /// <param name="title">Which key it is, for the paper.</param>
    /// <param name="purpose">What both sheets open, for the paper.</param>
    /// <param name="random">Makes the key.</param>
    public static (byte[]? PublicKey, string Name, Outcome? Refused) Make(string folder, SheetKind kind, string title, string purpose, Randomness random)
    {
        var (publicKey, a, b) = PaperKey.Make(random, kind);
        using var erasingA = new Erasing(a.Half);
        using var erasingB = new Erasing(b.Half);
        if (new[] { a, b }.Select(sheet => Path.Combine(folder, FileOf(sheet.Letter))).FirstOrDefault(Path.Exists) is { } old)
            return (null, a.Key, Outcome.ToMend($"{old} is there already and is not written over. Name another folder."));
        foreach (var sheet in new[] { a, b })
            if (OwnFile.Write(Path.Combine(folder, FileOf(sheet.Letter)), Text(sheet, title, purpose)) is { } refused)
                return (null, a.Key, refused);
        return (publicKey, a.Key, null);
    }

    /// <summary>The key pair of what was typed from two sheets; or why they do not give one.</summary>
    public static (ECDiffieHellman? Pair, Outcome? Refused) Join(string pathA, string pathB, SheetKind kind)
    {
        var (a, wrongA) = Read(pathA, 'A', kind);
        if (a is null)
            return (null, wrongA);
        using var erasingA = new Erasing(a.Half);
        var (b, wrongB) = Read(pathB, 'B', kind);
        if (b is null)
            return (null, wrongB);
        using var erasingB = new Erasing(b.Half);
        return PaperKey.TryJoin(a, b, out var pair)
            ? (pair, null)
            : (null, Outcome.ToMend($"These sheets do not belong together: sheet A is of key {a.Key}, sheet B of key {b.Key}. Look for the two with the same key."));
    }

    static (Sheet? Sheet, Outcome? Refused) Read(string path, char letter, SheetKind kind)
    {
        var (text, unread) = OwnFile.Read(path);
        if (text is null)
            return (null, unread);
        if (!Sheet.TryRead(text, out var sheet, out var refusal))
            return (null, Outcome.ToMend($"{path}: {refusal}."));
        if (sheet.Kind != kind)
            return (null, Outcome.ToMend($"{path} is a sheet of {NameOf(sheet.Kind)}. Here one of {NameOf(kind)}, is needed: look at their headings."));
        return sheet.Letter == letter ? (sheet, null)
            : (null, Outcome.ToMend($"{path} is sheet {sheet.Letter}, and was named as sheet {letter}. Name each by its own: --sheet-a and --sheet-b."));
    }

    static string NameOf(SheetKind kind) => kind == SheetKind.Backup ? "a backup key, which opens backups" : "a recovery key, which opens reports";

    static string Text(Sheet sheet, string title, string purpose) =>
        $"""
        # MigrantBot: {title}, sheet {sheet.Letter} of two.
        # {purpose} One alone opens nothing.
        # Keep it on paper only, apart from the other sheet. When it is needed, type the six lines below into a file.

        {sheet.Write()}
        """;
}
