using System.Security.Cryptography;
using MigrantBot.Sealing;

namespace MigrantBot.Custody;

/// <summary>
/// The verb <c>keys recover</c>, for a computer without a network: with both sheets, what was sealed to the recovery key is sealed to one moderator. The words
/// themselves are not there, and are not read.
/// </summary>
static class RecoverVerb
{
    public const string FileName = "resealed.json";

    public static Outcome Recover(string path, string sheetA, string sheetB, string to, Randomness random)
    {
        var (paper, unread) = Papers.Read<SealedForRecovery>(path, "keys export");
        if (paper is null)
            return unread!;
        if (paper.Envelopes.Any(one => !Binding.IsId(one.Report) || !Binding.IsId(one.Id)))
            return Outcome.ToMend($"{path} is not what “keys export” writes. Carry it over once more.");
        if (KeysOf(to) is not var (box, sign))
            return Outcome.ToMend("PUBLICKEYS are not a moderator's two public keys: copy the long line under their name that “keys list” printed, 176 letters.");
        var (pair, refused) = Sheets.Join(sheetA, sheetB, SheetKind.Recovery);
        if (pair is null)
            return refused!;
        using (pair)
            return Reseal(paper, pair, box, sign, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, FileName), random);
    }

    static Outcome Reseal(SealedForRecovery paper, ECDiffieHellman pair, byte[] box, byte[] sign, string file, Randomness random)
    {
        IReadOnlyList<Resealed.One> opened =
        [
            .. from one in paper.Envelopes
               let key = Envelope.Reseal(one.Key, new(one.Report, one.Id, (Direction)one.Direction), pair, box, random)
               where key is not null
               select new Resealed.One(one.Id, key),
        ];
        if (opened.Count == 0)
            return Outcome.NotDone("None of this was sealed to the key on these sheets. Look for the sheets whose key was on the list when the reports were told.");
        var left = paper.Envelopes.Count - opened.Count;
        return OwnFile.Write(file, Papers.Write(new Resealed(box, opened))) ?? Outcome.Done(
            $"{opened.Count} of {paper.Envelopes.Count} texts are sealed to {Fingerprint.Of(box, sign)} now: {file}\n",
            (left == 0 ? "" : $"{left} were sealed to another recovery key; its sheets are needed for those.\n")
            + "Compare that fingerprint with the moderator's by voice before the file leaves this computer. Then, on the server: keys import resealed.json --to HANDLE\n"
            + "Delete what was typed from the sheets.");
    }

    static (byte[] Box, byte[] Sign)? KeysOf(string base64)
    {
        var bytes = new byte[2 * P256.PublicKeyLength];
        return Convert.TryFromBase64String(base64.Trim(), bytes, out var length) && length == bytes.Length
            && P256.IsPublicKey(bytes.AsSpan(..P256.PublicKeyLength)) && P256.IsPublicKey(bytes.AsSpan(P256.PublicKeyLength..))
            ? (bytes[..P256.PublicKeyLength], bytes[P256.PublicKeyLength..])
            : null;
    }
}
