using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MigrantBot.Channels.Telegram.Api;

namespace MigrantBot.Channels.Telegram;

/// <summary>The other way in: Telegram calls us. Same inbox, same order; the answer is 200 once the update needs nothing more.</summary>
static class Webhook
{
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>An update is a few kilobytes.</summary>
    const int MostBytes = 64 * 1024;

    /// <summary>Listens at the path of the public address.</summary>
    public static IEndpointConventionBuilder MapTelegramWebhook(this IEndpointRouteBuilder endpoints, WebhookOptions options)
    {
        var expected = Digest(options.Secret);
        return endpoints.MapPost(options.Url.AbsolutePath, (HttpRequest request, Inbox inbox, Tally tally, CancellationToken gone) =>
            Receive(request, expected, inbox, tally, gone));
    }

    static async Task<IResult> Receive(HttpRequest request, byte[] expected, Inbox inbox, Tally tally, CancellationToken gone)
    {
        // Digests have one length, so the comparison takes one time whatever was sent.
        if (!CryptographicOperations.FixedTimeEquals(Digest(request.Headers[SecretHeader].ToString()), expected))
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (await Body(request, gone) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (Read(body) is { } received)
            await inbox.Take(received).WaitAsync(gone);
        else
            tally.CountUnreadable();
        return Results.Ok();
    }

    static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>The whole body, or null where it is too long, whatever its header says.</summary>
    static async Task<ReadOnlyMemory<byte>?> Body(HttpRequest request, CancellationToken gone)
    {
        if (request.ContentLength > MostBytes)
            return null;
        var buffer = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, gone);
        return length > MostBytes ? null : buffer.AsMemory(0, length);
    }

    /// <summary>What is no JSON cannot come from Telegram, and asking for it again would only block the chat.</summary>
    static Received? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 512 });
            return Received.Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
