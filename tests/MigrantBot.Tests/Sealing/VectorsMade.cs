using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Sealing;

/// <summary>Makes the shared vectors anew, every "random" number drawn from its name, so that the same code gives the same file.</summary>
static class VectorsMade
{
    static readonly (string Language, string Text)[] Texts =
    [
        ("uz", "Meni ishxonada ushlab, shartnomaga qo‘l qo‘yishga majburlashdi. Pasportimni olib qo‘yishdi."),
        ("uz-Cyrl", "Мени ишхонада ушлаб, шартномага қўл қўйишга мажбурлашди. Паспортимни олиб қўйишди."),
        ("tg", "Маро дар ҷои кор дошта, маҷбур карданд, ки ба шартнома имзо гузорам. Шиносномаамро гирифтанд."),
        ("ky", "Мени жумуш ордунда кармап, келишимге кол коюуга мажбурлашты. Паспортумду алып коюшту."),
        ("kk", "Мені жұмыс орнында ұстап, келісімшартқа қол қоюға мәжбүрледі. Паспортымды алып қойды."),
        ("ru", "Меня задержали на работе и заставляли подписать контракт. Паспорт забрали."),
        ("en", "They held me at work and forced me to sign a contract. \"Sign\", they said.\nMy passport is gone. 🛂"),
    ];

    /// <summary>Lengths of the whole JSON in bytes, around the steps of the padding.</summary>
    static readonly int[] Lengths = [2046, 2047, 2048, 2049, 4095, 4096];

    public static Vectors All()
    {
        using var moderator = Hpke.DeriveKeyPair(Drawn("moderator", 32));
        return new Vectors(
            new(P256.PublicKeyOf(moderator), Private(moderator), moderator.ExportPkcs8PrivateKey()),
            [
                .. Texts.Select(text => Sealed(moderator, text.Language, Direction.Report, Json(text.Language, text.Text))),
                .. Lengths.Select(length => Sealed(moderator, $"{length} bytes", Direction.Addition, OfLength(length))),
                Sealed(moderator, "reply", Direction.Reply, Json("kk", "")),
                SealedDraft(moderator),
            ],
            Wrapped(),
            Draft(),
            Receipt(),
            Reply(),
            Note(moderator));
    }

    static VectorEnvelope Sealed(ECDiffieHellman moderator, string name, Direction direction, string json) =>
        SealedAt(moderator, name, new Binding(Id($"report {name}"), Id($"envelope {name}"), direction), json);

    /// <summary>Sealed by its author to the same; the envelope has the author's id.</summary>
    static VectorEnvelope SealedDraft(ECDiffieHellman moderator) => SealedAt(
        moderator, "draft", new(Id("report draft"), Wrapped().ModeratorId, Direction.Draft),
        JsonSerializer.Serialize(new { v = 1, text = "Здравствуйте! Мы прочли и " }, VectorsFile.Plain));

    static VectorEnvelope SealedAt(ECDiffieHellman moderator, string name, Binding place, string json)
    {
        var envelope = Envelope.Seal(Encoding.UTF8.GetBytes(json), place, [new("moderator", P256.PublicKeyOf(moderator))], Drawing(name));
        return new(name, place.ReportId, place.EnvelopeId, (int)place.Direction, envelope.Keys[0].SealedKey, envelope.Body, json);
    }

    static VectorWrappedKeys Wrapped()
    {
        const string id = "moderator1";
        const string passcode = "7K3QZ9V2M4XH8RTA";
        const int iterations = 600_000;
        using var box = Hpke.DeriveKeyPair(Drawn("box", 32));
        using var sign = Hpke.DeriveKeyPair(Drawn("sign", 32));
        var (boxPkcs8, signPkcs8) = (box.ExportPkcs8PrivateKey(), sign.ExportPkcs8PrivateKey());
        var (salt, nonce) = (Drawn("salt", 16), Drawn("nonce", Gcm.NonceLength));
        var length = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)boxPkcs8.Length);
        var key = Rfc2898DeriveBytes.Pbkdf2(passcode, salt, iterations, HashAlgorithmName.SHA256, Gcm.KeyLength);
        byte[] wrapped = [.. nonce, .. Gcm.Seal(key, nonce, Encoding.UTF8.GetBytes($"mb1|mod|{id}"), [.. length, .. boxPkcs8, .. signPkcs8])];
        return new(id, passcode, salt, iterations, wrapped, boxPkcs8, P256.PublicKeyOf(box), signPkcs8, P256.PublicKeyOf(sign));
    }

    static VectorDraft Draft()
    {
        var (pepper, secret) = (Drawn("pepper", Pepper.Length), Drawn("secret", 16));
        var (known, number) = (new Pepper(pepper), BinaryPrimitives.ReadUInt128BigEndian(secret));
        return new(
            pepper, secret, DraftKeys.ReportId(known, number), Core.Reporting.Receipt.Of(DraftKeys.ReceiptNumber(known, number)).Reveal(), DraftKeys.AdditionId(known, number));
    }

    static VectorReceipt Receipt()
    {
        var (pepper, digits) = (Draft().Pepper, Draft().Receipt);
        var derived = Rfc2898DeriveBytes.Pbkdf2(digits, (byte[])[.. pepper, .. "mb1|receipt"u8], 10_000, HashAlgorithmName.SHA256, 64);
        using var keys = ReceiptKeys.Derive(new Pepper(pepper), digits);
        return new(digits, derived, Private(keys.Pair), keys.PublicKey, keys.Lookup);
    }

    /// <summary>The platform signs with fresh randomness, so the signature was made once; that it holds is a test of its own.</summary>
    static VectorSigned Reply()
    {
        const string signature = "2ha73j1U3AVisShFiUmhjZUhRqzxtDWKTiEmD/kD+AXXEBZ8McltvfRq/YGB6iigL5bnxPzgoDx0gZCwrfHdjQ==";
        var json = JsonSerializer.Serialize(new { v = 1, text = "Мы прочли. Ничего не подписывайте; «подумаю» — тоже ответ." }, VectorsFile.Plain);
        return Signed(new(Draft().ReportId, Id("envelope to the reporter"), Direction.Reply), json, new("reporter", Receipt().PublicKey), "reply to the reporter", signature);
    }

    static VectorSigned Note(ECDiffieHellman moderator)
    {
        const string signature = "NaRT6ntCTHjKgzIvFmvIdAW9308JydTBxgRjgEZmT0cRYTZ6oLN/HIQgxtnIL1Ur2RFIFRLHeiFQzuBX5KwUPA==";
        var json = JsonSerializer.Serialize(new { v = 1, text = "Похоже на случай от 12.11: тот же центр. Смотрю оба." }, VectorsFile.Plain);
        return Signed(new(Draft().ReportId, Id("envelope of the note"), Direction.Note), json, new("moderator", P256.PublicKeyOf(moderator)), "note to the holders", signature);
    }

    static VectorSigned Signed(Binding place, string json, Recipient recipient, string name, string signature)
    {
        var envelope = Envelope.Seal(Encoding.UTF8.GetBytes(json), place, [recipient], Drawing(name));
        return new(place.ReportId, place.EnvelopeId, envelope.Keys[0].SealedKey, envelope.Body, Wrapped().SignPublicKey, Convert.FromBase64String(signature), json);
    }

    static string Json(string language, string text) =>
        JsonSerializer.Serialize(new { v = 1, language, facets = new { who = "self", stage = "pressed" }, text }, VectorsFile.Plain);

    static string OfLength(int bytes) => Json("uz", new string('a', bytes - Json("uz", "").Length));

    static byte[] Private(ECDiffieHellman pair) => pair.ExportParameters(includePrivateParameters: true).D!;

    static string Id(string name) => Convert.ToHexStringLower(Drawn(name, 16));

    static byte[] Drawn(string name, int length)
    {
        var bytes = new byte[length];
        Drawing(name)(bytes);
        return bytes;
    }

    static Randomness Drawing(string name)
    {
        var draw = 0;
        return bytes => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(name), bytes, salt: [], info: BitConverter.GetBytes(draw++));
    }
}
