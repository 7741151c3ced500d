using System.Collections.Concurrent;
using MigrantBot.Channels.Telegram.Api;
using MigrantBot.Content;

namespace MigrantBot.Channels.Telegram;

/// <summary>Sends recordings as voice messages: the bytes once, after that by the name under which Telegram keeps them.</summary>
sealed class Voices(Courier courier)
{
    readonly ConcurrentDictionary<RecordingFile, string> kept = [];

    /// <summary>What Telegram answers; null where the file has been taken away since it was found, as it is when its words have changed.</summary>
    public async Task<Answer<SentVoice>?> Send(long chat, RecordingFile file, CancellationToken cancellation)
    {
        if (!file.IsThere)
            return null;
        if (kept.TryGetValue(file, out var id))
        {
            var again = await courier.SendVoice(chat, new InputFile.Known(id), cancellation);
            // A name that Telegram no longer knows is no reason to stay silent.
            if (again.Refusal is not Refusal.Mistake)
                return again;
        }
        var bytes = new InputFile.Bytes(await File.ReadAllBytesAsync(file.Path, cancellation), "voice.ogg", "audio/ogg");
        var sent = await courier.SendVoice(chat, bytes, cancellation);
        if (sent.Value?.Voice is { } voice)
            kept[file] = voice.FileId;
        return sent;
    }
}
