namespace MigrantBot.Channels.Telegram;

/// <summary>Everything this channel says to the operator. No id, no text and no address can get in: nothing here takes one.</summary>
static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Telegram: listening by {Mode}.")]
    public static partial void Listening(this ILogger log, TelegramMode mode);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram cannot be reached ({Attempt} times in a row). Trying again in {Pause}.")]
    public static partial void CannotPoll(this ILogger log, int attempt, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram was silent for longer than a poll may last; asking anew.")]
    public static partial void SilentPoll(this ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram no longer knows the token, so the bot hears nobody; everything else goes on. Give Telegram__Token a new one from @BotFather and start again. Asking again in {Pause}.")]
    public static partial void TokenRevoked(this ILogger log, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another process asks Telegram for updates with the same token, or a webhook was set. Stop the other one, or give this one a token of its own in Telegram__Token. Trying again in {Pause}.")]
    public static partial void TwoPollers(this ILogger log, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An update could not be read and was passed over ({Count} since the start).")]
    public static partial void Unreadable(this ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answering an update failed ({Attempt} of {Most}): {Kind}{Where}")]
    public static partial void AnswerFailed(this ILogger log, int attempt, int most, string kind, string? where);

    [LoggerMessage(Level = LogLevel.Error, Message = "An update could not be answered; the person is told so, and it is passed over ({Count} since the start).")]
    public static partial void PassedOver(this ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram refused {Method}: {Code}, {Fragment}. This is a bug of ours; please report it.")]
    public static partial void Mistake(this ILogger log, string method, int code, string fragment);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A screen could not be shown: {Reason} ({Count} since the start).")]
    public static partial void NotShown(this ILogger log, string reason, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A recording could not be sent: {Reason}")]
    public static partial void NotPlayed(this ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram asks to slow down for {RetryAfter}.")]
    public static partial void Flooded(this ILogger log, TimeSpan retryAfter);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The moderators' group could not be told what is new ({Reason}). See that Console__Notice__Chat is the number of the group and that the bot is a member who may write.")]
    public static partial void GroupNotTold(this ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Showing a held screen failed: {Kind}{Where}")]
    public static partial void HeldFailed(this ILogger log, string kind, string? where);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} for {Language} was not done ({Reason}). The bot works; it is tried again at the next start.")]
    public static partial void NotIntroduced(this ILogger log, string method, string language, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} was not done ({Reason}). Trying again in {Pause}.")]
    public static partial void NotRegistered(this ILogger log, string method, string reason, TimeSpan pause);

    /// <summary>Where an exception came from, without its message, which might quote a person.</summary>
    public static (string Kind, string? Where) Place(Exception exception) =>
        (exception.GetType().Name, exception.StackTrace is { } trace ? $"{Environment.NewLine}{trace}" : null);
}
