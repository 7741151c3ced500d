using System.Text.RegularExpressions;
using MigrantBot.Channels.Telegram.Api;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;

namespace MigrantBot.Channels.Telegram;

/// <summary>Turns an update into what it means. Only private chats are heard, and never who it is that speaks.</summary>
static partial class Reading
{
    /// <summary>What lies beyond is no date, and must not stop the poll.</summary>
    static readonly long LastDate = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public static Heard Read(Update update) => update switch
    {
        { CallbackQuery: { Message: { } message } click } when IsPrivate(message.Chat, click.From) => Click(click, message),
        { Message: { From: { } from } message } when IsPrivate(message.Chat, from) && !message.IsNotice() => Post(message, from),
        { MyChatMember: { Chat.Type: "private", NewChatMember.Status: "kicked" } member } => new Heard.Farewell(ChatKey.Of(member.Chat.Id)),
        _ => new Heard.Nothing(),
    };

    static bool IsPrivate(Chat chat, User from) => chat.Type == "private" && chat.Id == from.Id;

    static Heard.Request Click(CallbackQuery click, Message message)
    {
        DateTimeOffset? sentAt = message.Date > 0 && message.Date <= LastDate ? DateTimeOffset.FromUnixTimeSeconds(message.Date) : null;
        var occasion = new Occasion.Click(message.Chat.Id, message.MessageId, click.Id, sentAt, message.HasProtectedContent);
        return new Heard.Request(
            occasion,
            new Asked(new Incoming.Opened())
            {
                Code = click.Data,
                Told = sentAt is null ? null : Quoted(message),
                Chat = occasion.Key,
                LanguageHint = click.From.LanguageCode,
            });
    }

    static Heard.Request Post(Message message, User from)
    {
        var incoming = Meaning(message.Text);
        var occasion = new Occasion.Post(message.Chat.Id, message.MessageId, incoming is Incoming.Unsupported);
        return new Heard.Request(occasion, new Asked(incoming) { Chat = occasion.Key, LanguageHint = from.LanguageCode });
    }

    static Incoming Meaning(string? text)
    {
        if (text is null)
            return new Incoming.Unsupported();
        var command = Command().Match(text);
        return command.Success
            ? new Incoming.Command(command.Groups["name"].Value.ToLowerInvariant(), command.Groups["detail"].Value)
            : new Incoming.Typed(new Words(text));
    }

    /// <summary>A command as Telegram writes it, with at most the one word behind it that a link can bring; a story that begins with a slash is a story.</summary>
    [GeneratedRegex(@"^/(?<name>[A-Za-z0-9_]{1,32})(@\w+)?(\s+(?<detail>[A-Za-z0-9_-]{1,64}))?\s*$")]
    private static partial Regex Command();

    /// <summary>The person's own words stand in the only block quotation that cannot be folded; see <see cref="Writing"/>.</summary>
    static Words? Quoted(Message message) =>
        message.Entities?.FirstOrDefault(entity => entity.Type == "blockquote") is { } quote
        && message.Text is { } text
        && quote.Offset >= 0 && quote.Length > 0 && quote.Offset <= text.Length - quote.Length
            ? new Words(text.Substring(quote.Offset, quote.Length))
            : null;
}
