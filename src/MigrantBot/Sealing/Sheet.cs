using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MigrantBot.Sealing;

/// <summary>What the key opens whose sheets these are. The two kinds are told apart on the paper and in every check.</summary>
enum SheetKind { Recovery, Backup }

/// <summary>
/// One of the two sheets of paper that together are a key. Each line has a check of its own, bound to the sheet, the line and the key, so that a
/// slip, a line in the wrong place and a sheet of another key are found and named. The layout is in <c>docs/formats.md</c>.
/// </summary>
/// <param name="Letter">A or B.</param>
/// <param name="Key">Fingerprint of the public half.</param>
/// <param name="Half">A random number, or the private one XOR that.</param>
/// <param name="Kind">Of the key.</param>
sealed record Sheet(char Letter, string Key, byte[] Half, SheetKind Kind = SheetKind.Recovery)
{
    const int Lines = 4;
    const int BytesInLine = 8;
    const int BytesOfCheck = 2;

    /// <summary>What is printed never shows up by accident elsewhere.</summary>
    public override string ToString() => $"sheet {Letter} of {Key}";

    public string Write() => string.Join(
        '\n',
        [
            $"{TitleOf(Kind)} {Letter}",
            $"Key   {Key}",
            .. Enumerable.Range(0, Lines).Select(line => $"{line + 1}     {Crockford.Write([.. Part(line), .. Check(line)], ' ')}"),
            "",
        ]);

    /// <summary>What somebody has typed from the paper; a refusal names the line.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Sheet? sheet, [NotNullWhen(false)] out string? refusal)
    {
        (sheet, refusal) = Read([.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')]);
        return sheet is not null;
    }

    static (Sheet? Sheet, string? Refusal) Read(string[] lines)
    {
        if (lines is not [var first, var second, .. var rest] || rest.Length != Lines)
            return (null, $"a sheet has {Lines + 2} lines: “Sheet”, “Key” and 1 to {Lines}. Type them all, and nothing else but lines that begin with #");
        var kind = Value(first, TitleOf(SheetKind.Backup)) is null ? SheetKind.Recovery : SheetKind.Backup;
        if (Value(first, TitleOf(kind)) is not (['A' or 'B' or 'a' or 'b'] and var letter))
            return (null, "the first line is “Sheet A” or “Sheet B”, or, of a backup key, “Backup sheet A” or “Backup sheet B”");
        if (Value(second, "Key") is not { } written || !Crockford.TryRead(written, Fingerprint.Bytes, out var key))
            return (null, "the line “Key” is mistyped: four groups of four letters");
        var half = new byte[Lines * BytesInLine];
        var sheet = new Sheet(char.ToUpperInvariant(letter[0]), Crockford.Write(key, '-'), half, kind);
        for (var line = 0; line < Lines; line++)
        {
            if (Value(rest[line], $"{line + 1}") is not { } letters || !Crockford.TryRead(letters, BytesInLine + BytesOfCheck, out var bytes))
                return (null, $"line {line + 1} is mistyped: “{line + 1}”, then four groups of four letters");
            bytes.AsSpan(..BytesInLine).CopyTo(half.AsSpan(line * BytesInLine));
            if (!sheet.Check(line).AsSpan().SequenceEqual(bytes.AsSpan(BytesInLine..)))
                return (null, $"line {line + 1} is mistyped, stands in the wrong place, or “Sheet” or “Key” above is: compare letter by letter");
        }
        return (sheet, null);
    }

    /// <summary>What stands behind the name of a line; null for another line.</summary>
    static string? Value(string line, string name) =>
        line.StartsWith(name, StringComparison.OrdinalIgnoreCase) && line.Length > name.Length && char.IsWhiteSpace(line[name.Length]) ? line[name.Length..].Trim() : null;

    static string TitleOf(SheetKind kind) => kind == SheetKind.Backup ? "Backup sheet" : "Sheet";

    static ReadOnlySpan<byte> PrefixOf(SheetKind kind) => kind == SheetKind.Backup ? "mb1|backup-sheet|"u8 : "mb1|sheet|"u8;

    ReadOnlySpan<byte> Part(int line) => Half.AsSpan(line * BytesInLine, BytesInLine);

    byte[] Check(int line) => SHA256.HashData(
        [.. PrefixOf(Kind), .. Encoding.ASCII.GetBytes($"{Letter}{line + 1}{Key.Replace("-", "", StringComparison.Ordinal)}"), .. Part(line)])[..BytesOfCheck];
}
