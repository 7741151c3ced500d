using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using MigrantBot.Browser;
using MigrantBot.Console;
using MigrantBot.Sealing;
using MigrantBot.Tests.Sealing;

namespace MigrantBot.Tests.Console;

/// <summary>The browser's modules and C# read each other's formats, bit for bit.</summary>
public sealed class SharedVectorsTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    async Task<T> Run<T>(string script, object argument)
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Page.GotoAsync(ConsolePaths.Enter);
        var folder = $"{ConsolePaths.Files}/{Host.Get<BrowserFiles>().Version}";
        return await desk.Page.EvaluateAsync<T>(
            $$"""
            async given => {
              const { open, seal } = await import('{{folder}}/envelope.js');
              const { holds, sign: signReply } = await import('{{folder}}/signature.js');
              const { unwrap } = await import('{{folder}}/keys.js');
              const { fromBase64, toBase64 } = await import('{{folder}}/bytes.js');
              const hpke = await import('{{folder}}/hpke.js');
              const BOX = { name: 'ECDH', namedCurve: 'P-256' };
              {{script}}
            }
            """, argument);
    }

    [Fact]
    public async Task Chromium_opens_every_vector_that_C_sharp_sealed()
    {
        var vectors = VectorsFile.Read();
        Assert.NotEmpty(vectors.Envelopes);
        var opened = await Run<string[]>(
            """
            const pair = {
              privateKey: await crypto.subtle.importKey('pkcs8', fromBase64(given.pkcs8), BOX, false, ['deriveBits']),
              publicKey: await crypto.subtle.importKey('raw', fromBase64(given.publicKey), BOX, true, []),
            };
            return Promise.all(given.envelopes.map(async one =>
              JSON.stringify(await open({ report: one.report, id: one.id, direction: one.direction }, fromBase64(one.body), fromBase64(one.key), pair))));
            """,
            new
            {
                pkcs8 = Convert.ToBase64String(vectors.Moderator.Pkcs8),
                publicKey = Convert.ToBase64String(vectors.Moderator.PublicKey),
                envelopes = vectors.Envelopes.Select(one => new
                {
                    report = one.ReportId,
                    id = one.EnvelopeId,
                    direction = one.Direction,
                    body = Convert.ToBase64String(one.Body),
                    key = Convert.ToBase64String(one.SealedKey),
                }).ToArray(),
            });
        Assert.Equal(vectors.Envelopes.Count, opened.Length);
        Assert.All(vectors.Envelopes.Zip(opened), pair => Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(pair.First.Json), JsonNode.Parse(pair.Second)), pair.First.Name));
    }

    [Fact]
    public async Task C_sharp_opens_what_Chromium_seals_and_equal_lengths_hide_the_text()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        string[] texts = ["", "Ассалому алайкум", new string('ў', 1500)];
        var sealedTexts = await Run<string[][]>(
            """
            const recipient = await crypto.subtle.importKey('raw', fromBase64(given.publicKey), BOX, true, []);
            return Promise.all(given.texts.map(async text => {
              const { body, keys } = await seal({ report: 'r1', id: 'e1', direction: 2 }, { v: 1, text }, [recipient]);
              return [toBase64(body), toBase64(keys[0])];
            }));
            """, new { publicKey = Convert.ToBase64String(P256.PublicKeyOf(pair)), texts });

        var binding = new Binding("r1", "e1", Direction.Reply);
        foreach (var (text, made) in texts.Zip(sealedTexts))
        {
            var (body, key) = (Convert.FromBase64String(made[0]), Convert.FromBase64String(made[1]));
            var opened = Envelope.Open(body, key, binding, pair);
            Assert.Equal(text, JsonDocument.Parse(opened).RootElement.GetProperty("text").GetString());
            Assert.Null(Envelope.Open(body, key, binding with { Direction = Direction.Report }, pair));
        }
        Assert.Equal(sealedTexts[0][0].Length, sealedTexts[1][0].Length);
        Assert.True(sealedTexts[2][0].Length > sealedTexts[0][0].Length);
    }

    [Fact]
    public async Task Chromium_unwraps_the_keys_of_the_vector_and_no_script_can_take_them_out()
    {
        var keys = VectorsFile.Read().WrappedKeys;
        var outcome = await Run<string[]>(
            """
            const wrapped = { ...given, boxKey: fromBase64(given.boxKey), wrapped: fromBase64(given.wrapped), salt: fromBase64(given.salt) };
            const { box, sign } = await unwrap(wrapped, given.passcode);
            const verifier = await crypto.subtle.importKey('raw', fromBase64(given.signKey), { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']);
            const how = { name: 'ECDSA', hash: 'SHA-256' };
            const message = new Uint8Array([1, 2, 3]);
            const isSigned = await crypto.subtle.verify(how, verifier, await crypto.subtle.sign(how, sign, message), message);
            const taken = await Promise.allSettled([box.privateKey, sign].map(key => crypto.subtle.exportKey('pkcs8', key)));
            return [String(isSigned), ...taken.map(one => one.status)];
            """,
            new
            {
                id = keys.ModeratorId,
                boxKey = Convert.ToBase64String(keys.BoxPublicKey),
                signKey = Convert.ToBase64String(keys.SignPublicKey),
                wrapped = Convert.ToBase64String(keys.Wrapped),
                salt = Convert.ToBase64String(keys.Salt),
                iterations = keys.Iterations,
                passcode = keys.Passcode,
            });
        Assert.Equal(["true", "rejected", "rejected"], outcome);
    }

    [Fact]
    public async Task Chromium_makes_the_same_pair_and_lookup_of_the_receipt_and_opens_the_reply()
    {
        var (draft, receipt, reply) = (VectorsFile.Read().Draft, VectorsFile.Read().Receipt, VectorsFile.Read().Reply);
        var made = await Run<string[]>(
            """
            const [pepper, utf8] = [fromBase64(given.pepper), text => new TextEncoder().encode(text)];
            const { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } = hpke;
            const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
            const password = await crypto.subtle.importKey('raw', utf8(given.digits), 'PBKDF2', false, ['deriveBits']);
            const salt = new Uint8Array([...pepper, ...utf8('mb1|receipt')]);
            const derived = new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 10_000 }, password, 512));
            const pair = await suite.kem.deriveKeyPair(derived.slice(0, 32).buffer);
            const hmac = await crypto.subtle.importKey('raw', pepper, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
            const lookup = await crypto.subtle.sign('HMAC', hmac, new Uint8Array([...utf8('mb1|lookup|'), ...derived.slice(32)]));
            const opened = await open({ report: given.report, id: given.id, direction: 2 }, fromBase64(given.body), fromBase64(given.key), pair);
            return [
              toBase64(derived),
              toBase64(await suite.kem.serializePrivateKey(pair.privateKey)),
              toBase64(await suite.kem.serializePublicKey(pair.publicKey)),
              Array.from(new Uint8Array(lookup), byte => byte.toString(16).padStart(2, '0')).join(''),
              JSON.stringify(opened),
            ];
            """,
            new
            {
                pepper = Convert.ToBase64String(draft.Pepper),
                digits = receipt.Digits,
                report = reply.ReportId,
                id = reply.EnvelopeId,
                body = Convert.ToBase64String(reply.Body),
                key = Convert.ToBase64String(reply.SealedKey),
            });
        Assert.Equal(
            [Convert.ToBase64String(receipt.Derived), Convert.ToBase64String(receipt.PrivateKey), Convert.ToBase64String(receipt.PublicKey), receipt.Lookup, reply.Json],
            made);
    }

    [Fact]
    public async Task Chromium_believes_the_signature_of_the_vector_and_no_other()
    {
        var believed = await Believed(VectorsFile.Read().Reply, Direction.Reply, another: Direction.Note);
        Assert.Equal([true, false, false, false, false, false], believed);
    }

    [Fact]
    public async Task Chromium_believes_the_signature_of_the_note_and_no_other()
    {
        var believed = await Believed(VectorsFile.Read().Note, Direction.Note, another: Direction.Reply);
        Assert.Equal([true, false, false, false, false, false], believed);
    }

    Task<bool[]> Believed(VectorSigned vector, Direction direction, Direction another) => Run<bool[]>(
        """
        const place = { report: given.report, id: given.id, direction: given.direction };
        const [body, signature, key] = [given.body, given.signature, given.key].map(fromBase64);
        const other = fromBase64(given.body);
        other[100] ^= 1;
        return Promise.all([
          holds(place, body, signature, key), holds({ ...place, report: 'r1' }, body, signature, key), holds({ ...place, direction: 1 }, body, signature, key),
          holds({ ...place, direction: given.another }, body, signature, key), holds(place, other, signature, key), holds(place, body, signature, new Uint8Array()),
        ]);
        """,
        new
        {
            report = vector.ReportId,
            id = vector.EnvelopeId,
            direction = (int)direction,
            another = (int)another,
            body = Convert.ToBase64String(vector.Body),
            signature = Convert.ToBase64String(vector.Signature),
            key = Convert.ToBase64String(vector.AuthorKey),
        });

    [Fact]
    public async Task C_sharp_believes_what_Chromium_signs()
    {
        using var author = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] body = [1, 2, 3];
        var signature = Convert.FromBase64String(await Run<string>(
            """
            const key = await crypto.subtle.importKey('pkcs8', fromBase64(given), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
            return toBase64(await signReply({ report: 'r1', id: 'e1', direction: 2 }, new Uint8Array([1, 2, 3]), key));
            """, Convert.ToBase64String(author.ExportPkcs8PrivateKey())));
        var point = author.ExportParameters(includePrivateParameters: false).Q;
        byte[] key = [4, .. point.X!, .. point.Y!];
        Assert.True(AuthorSignature.Verify(key, new Binding("r1", "e1", Direction.Reply), body, signature));
        Assert.False(AuthorSignature.Verify(key, new Binding("r1", "e2", Direction.Reply), body, signature));
    }

    [Theory]
    [InlineData("body", 0)]
    [InlineData("body", 5)]
    [InlineData("body", 100)]
    [InlineData("key", 10)]
    [InlineData("key", 100)]
    public async Task Chromium_refuses_a_vector_with_one_bit_changed(string part, int at)
    {
        var vectors = VectorsFile.Read();
        var one = vectors.Envelopes[0];
        var (body, key) = ((byte[])one.Body.Clone(), (byte[])one.SealedKey.Clone());
        (part == "body" ? body : key)[at] ^= 1;
        await Assert.ThrowsAsync<PlaywrightException>(() => Run<string>(
            """
            const pair = {
              privateKey: await crypto.subtle.importKey('pkcs8', fromBase64(given.pkcs8), BOX, false, ['deriveBits']),
              publicKey: await crypto.subtle.importKey('raw', fromBase64(given.publicKey), BOX, true, []),
            };
            return JSON.stringify(await open({ report: given.report, id: given.id, direction: 0 }, fromBase64(given.body), fromBase64(given.key), pair));
            """,
            new
            {
                pkcs8 = Convert.ToBase64String(vectors.Moderator.Pkcs8),
                publicKey = Convert.ToBase64String(vectors.Moderator.PublicKey),
                report = one.ReportId,
                id = one.EnvelopeId,
                body = Convert.ToBase64String(body),
                key = Convert.ToBase64String(key),
            }));
    }
}
