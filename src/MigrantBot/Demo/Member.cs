using System.Security.Cryptography;
using MigrantBot.Core.Exchange;
using MigrantBot.Sealing;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Demo;

/// <summary>
/// A moderator of the demo, with keys like those that a browser makes, and with the passcode that everybody may know. Only while the demo is made are the
/// private keys in the open.
/// </summary>
sealed record Member(Moderator Row, string Passcode, ECDsa Sign) : IDisposable
{
    /// <summary>Plants: nobody's names.</summary>
    public static readonly IReadOnlyList<string> Handles = ["demo-anor", "demo-behi", "demo-lola"];

    public const string Administrator = "demo-admin";

    const int IdBytes = 16;

    public string Id => Row.Id;

    public string Handle => Row.Handle;

    /// <summary>Role and fingerprint, as the audit keeps them of whoever enrols.</summary>
    public string About => $"{Row.Role} {Fingerprint.Of(Row.BoxKey, Row.SignKey)}";

    public static Member Make(string handle, DateOnly day)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var (passcode, salt) = (WrappedKeys.FreshPasscode(RandomNumberGenerator.Fill), RandomNumberGenerator.GetBytes(WrappedKeys.SaltLength));
        using var box = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var sign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var row = new Moderator
        {
            Id = id,
            Handle = handle,
            BoxKey = P256.PublicKeyOf(box),
            SignKey = P256.PublicKeyOf(sign),
            WrappedKeys = WrappedKeys.Wrap(id, passcode, salt, box, sign, RandomNumberGenerator.Fill),
            KdfSalt = salt,
            KdfIterations = WrappedKeys.Rounds,
            Languages = string.Join(' ', Language.All.Select(language => language.Code)),
            CreatedOn = day,
        };
        return new(row, passcode, sign);
    }

    /// <summary>Invites and removes people; has no keys and reads nothing.</summary>
    public static Moderator MakeAdministrator(DateOnly day) => new()
    {
        Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
        Handle = Administrator,
        Role = Moderator.AdministratorRole,
        CreatedOn = day,
    };

    public void Dispose() => Sign.Dispose();

    /// <summary>Neither passcode nor key prints.</summary>
    public override string ToString() => Handle;
}
