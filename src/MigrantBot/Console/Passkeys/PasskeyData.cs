using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console.Passkeys;

/// <summary>What the framework must know of a passkey at each sign-in, as it is kept. What it was told at registration besides is not kept.</summary>
sealed record PasskeyData(byte[] PublicKey, IReadOnlyList<string> Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp)
{
    /// <summary>A row without owner, name and days.</summary>
    public static Passkey Write(UserPasskeyInfo passkey) => new()
    {
        CredentialId = IdOf(passkey.CredentialId),
        Data = JsonSerializer.SerializeToUtf8Bytes(new PasskeyData(
            passkey.PublicKey, passkey.Transports ?? [], passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp)),
        SignCount = passkey.SignCount,
    };

    public static UserPasskeyInfo Read(Passkey row)
    {
        var data = JsonSerializer.Deserialize<PasskeyData>(row.Data) ?? throw new InvalidDataException("The data of a passkey is empty.");
        return new UserPasskeyInfo(
            Base64Url.DecodeFromChars(row.CredentialId), data.PublicKey, new DateTimeOffset(row.CreatedOn, TimeOnly.MinValue, TimeSpan.Zero), (uint)row.SignCount,
            [.. data.Transports], data.IsUserVerified, data.IsBackupEligible, data.IsBackedUp, attestationObject: [], clientDataJson: []);
    }

    public static string IdOf(byte[] credential) => Base64Url.EncodeToString(credential);
}
