using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MigrantBot.Tests.Console;

/// <summary>A device with one passkey (ES256), made here so that every part of what it says can be wrong.</summary>
sealed class Authenticator : IDisposable
{
    const byte UserPresent = 0x01;
    const byte UserVerified = 0x04;
    const byte HasCredential = 0x40;

    static readonly string[] Transports = ["internal"];

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    uint counted;

    public byte[] Id { get; init; } = RandomNumberGenerator.GetBytes(16);

    /// <summary>Who the passkey was made for, as the device remembers.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>What the device says instead of the truth.</summary>
    public sealed record Lie(
        string? Origin = null, string? RpId = null, bool IsVerified = true, bool IsPresent = true, string? Type = null, string? Challenge = null,
        string? Owner = null, uint? Count = null, bool CrossOrigin = false, byte[]? Id = null, ECDsa? Key = null);

    /// <summary>What <c>navigator.credentials.create</c> gives for these options.</summary>
    public object Make(JsonElement options, string origin, Lie? lie = null)
    {
        lie ??= new();
        Owner = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(options.GetProperty("user").GetProperty("id").GetString()));
        byte[] data =
        [
            .. Data(lie, options.GetProperty("rp").GetProperty("id").GetString()!, HasCredential),
            .. new byte[16], .. BigEndian((ushort)Id.Length), .. Id, .. PublicKey(),
        ];
        byte[] attestation = [0xa3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xa0, .. Text("authData"), .. Bytes(data)];
        return Credential(lie, new { clientDataJSON = Said(options, "webauthn.create", origin, lie), attestationObject = Url(attestation), transports = Transports });
    }

    /// <summary>What <c>navigator.credentials.get</c> gives for these options.</summary>
    public object Use(JsonElement options, string origin, Lie? lie = null)
    {
        lie ??= new();
        var data = Data(lie, options.GetProperty("rpId").GetString()!, 0);
        var said = Said(options, "webauthn.get", origin, lie);
        byte[] signed = [.. data, .. SHA256.HashData(Base64Url.DecodeFromChars(said))];
        return Credential(lie, new
        {
            clientDataJSON = said,
            authenticatorData = Url(data),
            signature = Url((lie.Key ?? key).SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            userHandle = Url(Encoding.UTF8.GetBytes(lie.Owner ?? Owner)),
        });
    }

    object Credential(Lie lie, object response)
    {
        var id = Url(lie.Id ?? Id);
        return new { id, rawId = id, type = "public-key", authenticatorAttachment = "platform", clientExtensionResults = new { }, response };
    }

    byte[] Data(Lie lie, string rpId, byte more)
    {
        var flags = (byte)(more | (lie.IsPresent ? UserPresent : 0) | (lie.IsVerified ? UserVerified : 0));
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, lie.Count ?? ++counted);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(lie.RpId ?? rpId)), flags, .. count];
    }

    static string Said(JsonElement options, string type, string origin, Lie lie) => Url(JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = lie.Type ?? type,
        challenge = lie.Challenge ?? options.GetProperty("challenge").GetString(),
        origin = lie.Origin ?? origin,
        crossOrigin = lie.CrossOrigin,
    }));

    /// <summary>COSE: 1 (key type) 2, 3 (algorithm) -7, -1 (curve) 1, -2 x, -3 y.</summary>
    byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
    }

    /// <summary>CBOR of texts and bytes as short as ours.</summary>
    static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.UTF8.GetBytes(text)];

    static byte[] Bytes(byte[] bytes) => [0x58, checked((byte)bytes.Length), .. bytes];

    static byte[] BigEndian(ushort number) => [(byte)(number >> 8), (byte)number];

    static string Url(byte[] bytes) => Base64Url.EncodeToString(bytes);

    public void Dispose() => key.Dispose();
}
