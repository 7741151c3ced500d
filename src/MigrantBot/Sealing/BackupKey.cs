namespace MigrantBot.Sealing;

/// <summary>The public half of the key that backups are sealed to. The private half is on two sheets of paper, so the server cannot open what it has made.</summary>
sealed class BackupKey
{
    readonly byte[] key;

    BackupKey(byte[] key) => this.key = key;

    /// <summary>Null for anything but a P-256 point in base64, as <see cref="ToString"/> writes it.</summary>
    public static BackupKey? Read(string base64)
    {
        var bytes = new byte[P256.PublicKeyLength];
        return Convert.TryFromBase64String(base64.Trim(), bytes, out var length) && length == bytes.Length && P256.IsPublicKey(bytes) ? new(bytes) : null;
    }

    public static BackupKey Of(System.Security.Cryptography.ECDiffieHellman pair) => new(P256.PublicKeyOf(pair));

    public ReadOnlySpan<byte> Bytes => key;

    /// <summary>As it stands on the sheets: four groups of four letters.</summary>
    public string Name => Fingerprint.Of(key, []);

    /// <summary>Base64, as the setting takes it.</summary>
    public override string ToString() => Convert.ToBase64String(key);
}
