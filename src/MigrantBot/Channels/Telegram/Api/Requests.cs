using System.Text.Json.Serialization;

namespace MigrantBot.Channels.Telegram.Api;

// Requests, named as the methods; their properties are the methods' parameters.

sealed record GetMe : Wire;

sealed record GetUpdates(long? Offset, int Limit, int Timeout, IReadOnlyList<string> AllowedUpdates) : Wire
{
    /// <summary>The connection is closed after it, and with it go the buffers that still hold what came before.</summary>
    [JsonIgnore] public bool ClosesConnection { get; init; }
}

sealed record SendMessage(long ChatId, [property: JsonConverter(typeof(Piecewise))] string Text) : Wire
{
    public string? ParseMode { get; init; }
    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
    public bool? ProtectContent { get; init; }
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

sealed record SendVoice(long ChatId, InputFile Voice) : Wire
{
    public bool? ProtectContent { get; init; }
}

sealed record EditMessageText(long ChatId, long MessageId, [property: JsonConverter(typeof(Piecewise))] string Text) : Wire
{
    public string? ParseMode { get; init; }
    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

sealed record EditMessageReplyMarkup(long ChatId, long MessageId, InlineKeyboardMarkup? ReplyMarkup = null) : Wire;

sealed record AnswerCallbackQuery(string CallbackQueryId) : Wire;

sealed record DeleteMessage(long ChatId, long MessageId) : Wire;

sealed record DeleteMessages(long ChatId, IReadOnlyList<long> MessageIds) : Wire
{
    public const int Most = 100;
}

sealed record SetMyCommands(IReadOnlyList<BotCommand> Commands, string? LanguageCode = null) : Wire;

sealed record GetMyCommands(string? LanguageCode = null) : Wire;

sealed record DeleteMyCommands(string? LanguageCode = null) : Wire;

sealed record SetMyDescription(string Description, string? LanguageCode = null) : Wire;

sealed record GetMyDescription(string? LanguageCode = null) : Wire;

sealed record SetMyShortDescription(string ShortDescription, string? LanguageCode = null) : Wire;

sealed record GetMyShortDescription(string? LanguageCode = null) : Wire;

sealed record SetMyName(string Name, string? LanguageCode = null) : Wire;

sealed record GetMyName(string? LanguageCode = null) : Wire;

sealed record SetWebhook(string Url, string SecretToken, IReadOnlyList<string> AllowedUpdates) : Wire;

/// <summary>Pending updates are never dropped: somebody wrote them.</summary>
sealed record DeleteWebhook : Wire;

sealed record GetWebhookInfo : Wire;

sealed record SetChatMenuButton(MenuButton MenuButton) : Wire;

// What the requests are made of.

/// <summary>A file for Telegram: one that it already has, or bytes.</summary>
abstract record InputFile : Wire
{
    InputFile() { }

    public sealed record Known(string FileId) : InputFile;

    public sealed record Bytes(ReadOnlyMemory<byte> Content, string Name, string Type) : InputFile;
}

sealed record InlineKeyboardMarkup(IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard) : Wire;

sealed record InlineKeyboardButton(string Text) : Wire
{
    public string? Style { get; init; }
    public string? CallbackData { get; init; }
    public string? Url { get; init; }
    public CopyTextButton? CopyText { get; init; }
}

sealed record CopyTextButton(string Text) : Wire;

sealed record LinkPreviewOptions(bool IsDisabled) : Wire;

sealed record MenuButton(string Type) : Wire;
