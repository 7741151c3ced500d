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
[Collection(BrowserTests.Name)]
public sealed class SharedVectorsTests(Chromium chromium) : ConsoleTest
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
              const { unwrap } = await import('{{folder}}/keys.js');
              const { fromBase64, toBase64 } = await import('{{folder}}/bytes.js');
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
