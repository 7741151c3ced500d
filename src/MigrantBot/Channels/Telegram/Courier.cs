using MigrantBot.Channels.Telegram.Api;

namespace MigrantBot.Channels.Telegram;

/// <summary>Single calls that show and delete, repeated where repeating does no harm.</summary>
sealed class Courier(IBotApi api, Retries retries, ILogger<Courier> log)
{
    const int Tries = 4;

    /// <summary>A second try may show the screen twice; that is the price of showing it at all. A third is not made.</summary>
    const int TriesToSend = 2;

    static readonly LinkPreviewOptions NoPreview = new(IsDisabled: true);

    public async Task Acknowledge(string query, CancellationToken cancellation)
    {
        var answer = await Persist(TriesToSend, () => api.AnswerCallbackQuery(new AnswerCallbackQuery(query), cancellation), cancellation);
        if (answer.Refusal is Refusal.Mistake mistake)
            log.Mistake("answerCallbackQuery", mistake.Code, mistake.Fragment);
    }

    public Task<Answer<SentMessage>> Send(long chat, Written written, CancellationToken cancellation) =>
        Send(new SendMessage(chat, written.Html)
        {
            ParseMode = "HTML",
            LinkPreviewOptions = NoPreview,
            ProtectContent = written.IsProtected ? true : null,
            ReplyMarkup = written.Keyboard.InlineKeyboard.Count > 0 ? written.Keyboard : null,
        }, cancellation);

    /// <summary>The same words without formatting and with the way home only: for when Telegram refuses the screen itself.</summary>
    public Task<Answer<SentMessage>> SendPlainly(long chat, Written written, CancellationToken cancellation) =>
        Send(new SendMessage(chat, written.Plain)
        {
            LinkPreviewOptions = NoPreview,
            ProtectContent = written.IsProtected ? true : null,
            ReplyMarkup = written.WayOut.InlineKeyboard.Count > 0 ? written.WayOut : null,
        }, cancellation);

    /// <summary>A voice is no more to be passed on than the words of a person: it can be recognised.</summary>
    public async Task<Answer<SentVoice>> SendVoice(long chat, InputFile voice, CancellationToken cancellation)
    {
        var request = new SendVoice(chat, voice) { ProtectContent = true };
        return Noted("sendVoice", await Persist(TriesToSend, () => api.SendVoice(request, cancellation), cancellation));
    }

    public async Task<Answer<bool>> Edit(long chat, long message, Written written, CancellationToken cancellation)
    {
        var request = new EditMessageText(chat, message, written.Html)
        {
            ParseMode = "HTML",
            LinkPreviewOptions = NoPreview,
            ReplyMarkup = written.Keyboard.InlineKeyboard.Count > 0 ? written.Keyboard : null,
        };
        var answer = await Persist(Tries, () => api.EditMessageText(request, cancellation), cancellation);
        return answer.Refusal is Refusal.NotModified ? true : Noted("editMessageText", answer);
    }

    /// <summary>Takes text and buttons from a message that cannot be deleted; from one that the person wrote nothing can be taken.</summary>
    public async Task Blank(long chat, long message, CancellationToken cancellation) =>
        Noted("editMessageText", await Persist(Tries, () => api.EditMessageText(new EditMessageText(chat, message, "·"), cancellation), cancellation));

    /// <summary>
    /// Deletes what can be deleted, the newest first: the person has just written it. One message can make Telegram refuse a hundred, so what is refused is
    /// tried in halves; what is refused alone is emptied. Gives the messages about which nothing more is to be done, and why not the others.
    /// </summary>
    public async Task<Answer<IReadOnlyCollection<long>>> Delete(long chat, IReadOnlyList<long> messages, CancellationToken cancellation)
    {
        var done = new List<long>();
        var parts = new Stack<ArraySegment<long>>(messages.Chunk(DeleteMessages.Most).Select(some => new ArraySegment<long>(some)));
        while (parts.TryPop(out var part))
        {
            var answer = await Persist(Tries, () => api.DeleteMessages(new DeleteMessages(chat, part), cancellation), cancellation);
            if (answer.Refusal is Refusal.Mistake && part.Count > 1)
            {
                parts.Push(part[..(part.Count / 2)]);
                parts.Push(part[(part.Count / 2)..]);
                continue;
            }
            if (answer.Refusal is Refusal.Mistake)
                answer = Noted("deleteMessage", await Persist(Tries, () => api.DeleteMessage(new DeleteMessage(chat, part[0]), cancellation), cancellation));
            if (answer.Refusal is Refusal.Mistake)
                await Blank(chat, part[0], cancellation);
            else if (answer.Refusal is { } refusal)
                return new(done, refusal);
            done.AddRange(part);
        }
        return done;
    }

    async Task<Answer<SentMessage>> Send(SendMessage request, CancellationToken cancellation) =>
        Noted("sendMessage", await Persist(TriesToSend, () => api.SendMessage(request, cancellation), cancellation));

    async Task<Answer<T>> Persist<T>(int tries, Func<Task<Answer<T>>> call, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await call();
            if (answer.Refusal is not Refusal.Unreachable || attempt == tries)
                return answer;
            await retries.Pause(attempt, cancellation);
        }
    }

    Answer<T> Noted<T>(string method, Answer<T> answer)
    {
        if (answer.Refusal is Refusal.Mistake mistake)
            log.Mistake(method, mistake.Code, mistake.Fragment);
        return answer;
    }
}
