namespace MigrantBot.Channels.Telegram.Api;

/// <summary>
/// The methods of Telegram's Bot API that we use, under their own names. Whatever Telegram or the network does comes back as a value;
/// only cancellation is thrown.
/// </summary>
interface IBotApi
{
    Task<Answer<User>> GetMe(CancellationToken cancellation);

    /// <summary>The updates that have at least a number, and whether there were others.</summary>
    Task<Answer<Batch>> GetUpdates(GetUpdates request, CancellationToken cancellation);

    Task<Answer<SentMessage>> SendMessage(SendMessage request, CancellationToken cancellation);

    /// <summary>Sends the bytes of a voice message, or one that Telegram already has.</summary>
    Task<Answer<SentVoice>> SendVoice(SendVoice request, CancellationToken cancellation);

    Task<Answer<bool>> EditMessageText(EditMessageText request, CancellationToken cancellation);

    Task<Answer<bool>> EditMessageReplyMarkup(EditMessageReplyMarkup request, CancellationToken cancellation);

    Task<Answer<bool>> AnswerCallbackQuery(AnswerCallbackQuery request, CancellationToken cancellation);

    Task<Answer<bool>> DeleteMessage(DeleteMessage request, CancellationToken cancellation);

    Task<Answer<bool>> DeleteMessages(DeleteMessages request, CancellationToken cancellation);

    Task<Answer<bool>> SetMyCommands(SetMyCommands request, CancellationToken cancellation);

    Task<Answer<BotCommand[]>> GetMyCommands(GetMyCommands request, CancellationToken cancellation);

    Task<Answer<bool>> DeleteMyCommands(DeleteMyCommands request, CancellationToken cancellation);

    Task<Answer<bool>> SetMyDescription(SetMyDescription request, CancellationToken cancellation);

    Task<Answer<BotDescription>> GetMyDescription(GetMyDescription request, CancellationToken cancellation);

    Task<Answer<bool>> SetMyShortDescription(SetMyShortDescription request, CancellationToken cancellation);

    Task<Answer<BotShortDescription>> GetMyShortDescription(GetMyShortDescription request, CancellationToken cancellation);

    Task<Answer<bool>> SetMyName(SetMyName request, CancellationToken cancellation);

    Task<Answer<BotName>> GetMyName(GetMyName request, CancellationToken cancellation);

    Task<Answer<bool>> SetWebhook(SetWebhook request, CancellationToken cancellation);

    Task<Answer<bool>> DeleteWebhook(DeleteWebhook request, CancellationToken cancellation);

    Task<Answer<WebhookInfo>> GetWebhookInfo(GetWebhookInfo request, CancellationToken cancellation);

    Task<Answer<bool>> SetChatMenuButton(SetChatMenuButton request, CancellationToken cancellation);
}

/// <summary>What one poll brought; <paramref name="Nameless"/> counts updates without a readable number, which nobody can confirm.</summary>
sealed record Batch(IReadOnlyList<Received> Updates, int Nameless);
