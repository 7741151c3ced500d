using System.Security.Cryptography;
using MigrantBot.Sealing;

namespace MigrantBot.Custody;

/// <summary>The file with the private half of the root key. It belongs on a computer without a network, and on a second medium elsewhere.</summary>
static class RootFile
{
    const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>The verb <c>keys root FILE</c>.</summary>
    public static Outcome Make(string path)
    {
        using var root = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return OwnFile.Write(path, root.ExportPkcs8PrivateKeyPem() + "\n") ?? Outcome.Done(
            $"Keys__Root={RootKey.Of(root)}\n",
            $"The root key is in {path}. Keep it offline, with a copy elsewhere: whoever has it can make himself a recipient, and without it no moderator can be added.\n"
            + "Give the line above to the server as a setting.");
    }

    /// <summary>The key pair; or why the file does not give one.</summary>
    public static (ECDsa? Root, Outcome? Refused) Open(string path)
    {
        var (pem, refused) = OwnFile.Read(path);
        if (pem is null)
            return (null, refused);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            return (null, Outcome.ToMend($"Other users may read {path}. Run: chmod 600 {path}"));
        var root = ECDsa.Create();
        try
        {
            root.ImportFromPem(pem);
            if (root.ExportParameters(includePrivateParameters: true) is { D: not null, Curve.Oid.Value: "1.2.840.10045.3.1.7" })
                return (root, null);
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            // What it was instead does not matter: the answer is below.
        }
        root.Dispose();
        return (null, Outcome.ToMend($"{path} is no root key. Name the file that “keys root” made."));
    }
}
