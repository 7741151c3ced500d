using System.Text.Json;
using System.Text.Json.Serialization;

namespace MigrantBot.Channels.Telegram.Api;

// What comes in, with only the fields that we need: a name, a photo or a phone number has no place here to land in.

/// <summary>The shell of each answer.</summary>
sealed record Reply(bool Ok, JsonElement Result = default, int ErrorCode = 0, string? Description = null, ResponseParameters? Parameters = null) : Wire;

sealed record ResponseParameters(int? RetryAfter = null) : Wire;

sealed record Update(long UpdateId, Message? Message = null, CallbackQuery? CallbackQuery = null, ChatMemberUpdated? MyChatMember = null) : Wire;

/// <summary>A message; <paramref name="Date"/> is 0 where Telegram no longer shows it to us.</summary>
sealed record Message(long MessageId, Chat Chat, long Date = 0, User? From = null, string? Text = null, IReadOnlyList<MessageEntity>? Entities = null) : Wire
{
    public bool HasProtectedContent { get; init; }

    // Notices by Telegram itself, which nobody sent to us and nobody expects an answer to.
    [JsonConverter(typeof(Presence))] public bool PinnedMessage { get; init; }
    [JsonConverter(typeof(Presence))] public bool MessageAutoDeleteTimerChanged { get; init; }
    [JsonConverter(typeof(Presence))] public bool ChatBackgroundSet { get; init; }
    [JsonConverter(typeof(Presence))] public bool WriteAccessAllowed { get; init; }

    public bool IsNotice() => PinnedMessage || MessageAutoDeleteTimerChanged || ChatBackgroundSet || WriteAccessAllowed;
}

/// <summary>Offsets and lengths count UTF-16 code units.</summary>
sealed record MessageEntity(string Type, int Offset, int Length) : Wire;

sealed record Chat(long Id, string Type) : Wire;

sealed record User(long Id, string? LanguageCode = null) : Wire;

sealed record CallbackQuery(string Id, User From, Message? Message = null, string? Data = null) : Wire;

sealed record ChatMemberUpdated(Chat Chat, ChatMember NewChatMember) : Wire;

sealed record ChatMember(string Status) : Wire;

sealed record SentMessage(long MessageId) : Wire;

/// <summary><paramref name="Voice"/> is null where Telegram made something else of it.</summary>
sealed record SentVoice(long MessageId, Voice? Voice = null) : Wire;

/// <summary>By its <paramref name="FileId"/> the same may be sent again without its bytes.</summary>
sealed record Voice(string FileId) : Wire;

sealed record BotCommand(string Command, string Description) : Wire;

sealed record BotDescription(string Description) : Wire;

sealed record BotShortDescription(string ShortDescription) : Wire;

sealed record BotName(string Name) : Wire;

sealed record WebhookInfo(string Url) : Wire;
