using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using MigrantBot.Console;
using MigrantBot.Core.Exchange;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Console;

/// <summary>
/// A moderator who enrolled long ago, put straight into the tables: the keys are wrapped as the page wraps them (docs/formats.md), under fewer rounds, and
/// made once for all tests. What enrolling is like, the tests of the entrance see.
/// </summary>
sealed record Veteran(Moderator Row, string Passcode)
{
    const int Rounds = 1_000;

    static readonly ConcurrentDictionary<string, Veteran> Known = [];

    public static Veteran Of(string handle, IReadOnlyCollection<string> languages) =>
        Known.GetOrAdd($"{handle} {string.Join(' ', languages)}", _ => Made(handle, languages));

    /// <summary>Is a moderator of this console from now on, and has just signed in. Gives the session's cookie.</summary>
    public async Task<string> SignIn(ConsoleHost host)
    {
        var (token, now) = (Token.Fresh(), host.Clock.GetUtcNow());
        Assert.True(await host.Get<ModeratorStore>().Insert(Row with { CreatedOn = DateOnly.FromDateTime(now.UtcDateTime) }, CancellationToken.None));
        await host.Database.Write((connection, transaction) =>
            SessionStore.Insert(connection, transaction, Sessions.Begun(token, Row.Id, now), now), CancellationToken.None);
        return token.Reveal();
    }

    static Veteran Made(string handle, IReadOnlyCollection<string> languages)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(handle)))[..32];
        var passcode = RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 16);
        using var box = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var sign = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var (boxKey, signKey) = (box.ExportPkcs8PrivateKey(), sign.ExportPkcs8PrivateKey());
        var (salt, nonce) = (RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(Gcm.NonceLength));
        var length = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)boxKey.Length);
        var key = Rfc2898DeriveBytes.Pbkdf2(passcode, salt, Rounds, HashAlgorithmName.SHA256, Gcm.KeyLength);
        var row = new Moderator
        {
            Id = id,
            Handle = handle,
            BoxKey = P256.PublicKeyOf(box),
            SignKey = P256.PublicKeyOf(sign),
            WrappedKeys = [.. nonce, .. Gcm.Seal(key, nonce, Encoding.UTF8.GetBytes($"mb1|mod|{id}"), [.. length, .. boxKey, .. signKey])],
            KdfSalt = salt,
            KdfIterations = Rounds,
            Languages = string.Join(' ', Language.All.Select(language => language.Code).Where(languages.Contains)),
        };
        return new(row, string.Join('-', passcode.Chunk(4).Select(group => new string(group))));
    }
}
