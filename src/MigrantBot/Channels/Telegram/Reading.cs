using MigrantBot.Channels.Telegram.Api;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;

namespace MigrantBot.Channels.Telegram;

/// <summary>Turns an update into what it means. Only private chats are heard, and never who it is that speaks.</summary>
static class Reading
{
    /// <summary>What lies beyond is no date, and must not stop the poll.</summary>
    static readonly long LastDate = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public static Heard Read(Update update) => update switch
    {
        { CallbackQuery: { Message: { } message } click } when IsPrivate(message.Chat, click.From) => Click(click, message),
        { Message: { From: { } from } message } when IsPrivate(message.Chat, from) && !message.IsNotice() => Post(message, from),
        { MyChatMember: { Chat.Type: "private", NewChatMember.Status: "kicked" } member } => new Heard.Farewell(member.Chat.Id),
        _ => new Heard.Nothing(),
    };

    static bool IsPrivate(Chat chat, User from) => chat.Type == "private" && chat.Id == from.Id;

    static Heard.Request Click(CallbackQuery click, Message message)
    {
        DateTimeOffset? sentAt = message.Date > 0 && message.Date <= LastDate ? DateTimeOffset.FromUnixTimeSeconds(message.Date) : null;
        return new Heard.Request(
            new Occasion.Click(message.Chat.Id, message.MessageId, click.Id, sentAt, message.HasProtectedContent),
            new Asked(new Incoming.Opened(sentAt is null ? null : Quoted(message)))
            {
                Code = click.Data,
                Chat = message.Chat.Id,
                LanguageHint = click.From.LanguageCode,
            });
    }

    static Heard.Request Post(Message message, User from)
    {
        var incoming = Meaning(message.Text);
        return new Heard.Request(
            new Occasion.Post(message.Chat.Id, message.MessageId, incoming is Incoming.Unsupported),
            new Asked(incoming) { Chat = message.Chat.Id, LanguageHint = from.LanguageCode });
    }

    static Incoming Meaning(string? text)
    {
        if (text is null)
            return new Incoming.Unsupported();
        if (!text.StartsWith('/'))
            return new Incoming.Typed(new Words(text));
        var end = text.AsSpan().IndexOfAny(' ', '\n', '\t');
        var name = end < 0 ? text[1..] : text[1..end];
        var detail = end < 0 ? "" : text[end..].Trim();
        return new Incoming.Command(name.Split('@')[0].ToLowerInvariant(), detail);
    }

    /// <summary>The person's own words stand in the only block quotation that cannot be folded; see <see cref="Writing"/>.</summary>
    static Words? Quoted(Message message) =>
        message.Entities?.FirstOrDefault(entity => entity.Type == "blockquote") is { } quote
        && message.Text is { } text
        && quote.Offset >= 0 && quote.Length > 0 && quote.Offset <= text.Length - quote.Length
            ? new Words(text.Substring(quote.Offset, quote.Length))
            : null;
}
