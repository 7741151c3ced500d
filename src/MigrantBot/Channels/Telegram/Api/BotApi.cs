using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MigrantBot.Intake;

namespace MigrantBot.Channels.Telegram.Api;

/// <summary>The Bot API over HTTP. The token is a part of each address, so no address is ever logged or put into an exception.</summary>
sealed class BotApi(HttpClient http, TelegramOptions options, TimeProvider time) : IBotApi
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    static readonly Func<JsonElement, bool> Done = _ => true;

    readonly string root = $"{options.BaseUrl.AbsoluteUri.TrimEnd('/')}/bot{options.Token}/";

    public Task<Answer<User>> GetMe(CancellationToken cancellation) =>
        Call("getMe", new GetMe(), Json.Types.GetMe, As(Json.Types.User), cancellation);

    /// <summary>Has no time limit of its own: who polls knows how long a poll may be silent.</summary>
    public async Task<Answer<Batch>> GetUpdates(GetUpdates request, CancellationToken cancellation)
    {
        var answer = await Send("getUpdates", () => Body(request, Json.Types.GetUpdates), ReadBatch, cancellation, request.ClosesConnection);
        // Here and not later: the thread that has closed the connection has its buffers at hand, and the next connection may be made by another.
        if (request.ClosesConnection)
            SharedPools.Drain();
        return answer;
    }

    public Task<Answer<SentMessage>> SendMessage(SendMessage request, CancellationToken cancellation) =>
        Call("sendMessage", request, Json.Types.SendMessage, As(Json.Types.SentMessage), cancellation);

    public Task<Answer<SentVoice>> SendVoice(SendVoice request, CancellationToken cancellation) =>
        Call("sendVoice", () => Form.Of(request), As(Json.Types.SentVoice), cancellation);

    public Task<Answer<bool>> EditMessageText(EditMessageText request, CancellationToken cancellation) =>
        Call("editMessageText", request, Json.Types.EditMessageText, Done, cancellation);

    public Task<Answer<bool>> EditMessageReplyMarkup(EditMessageReplyMarkup request, CancellationToken cancellation) =>
        Call("editMessageReplyMarkup", request, Json.Types.EditMessageReplyMarkup, Done, cancellation);

    public Task<Answer<bool>> AnswerCallbackQuery(AnswerCallbackQuery request, CancellationToken cancellation) =>
        Call("answerCallbackQuery", request, Json.Types.AnswerCallbackQuery, Done, cancellation);

    public Task<Answer<bool>> DeleteMessage(DeleteMessage request, CancellationToken cancellation) =>
        Call("deleteMessage", request, Json.Types.DeleteMessage, Done, cancellation);

    public Task<Answer<bool>> DeleteMessages(DeleteMessages request, CancellationToken cancellation) =>
        Call("deleteMessages", request, Json.Types.DeleteMessages, Done, cancellation);

    public Task<Answer<bool>> SetMyCommands(SetMyCommands request, CancellationToken cancellation) =>
        Call("setMyCommands", request, Json.Types.SetMyCommands, Done, cancellation);

    public Task<Answer<BotCommand[]>> GetMyCommands(GetMyCommands request, CancellationToken cancellation) =>
        Call("getMyCommands", request, Json.Types.GetMyCommands, As(Json.Types.BotCommandArray), cancellation);

    public Task<Answer<bool>> DeleteMyCommands(DeleteMyCommands request, CancellationToken cancellation) =>
        Call("deleteMyCommands", request, Json.Types.DeleteMyCommands, Done, cancellation);

    public Task<Answer<bool>> SetMyDescription(SetMyDescription request, CancellationToken cancellation) =>
        Call("setMyDescription", request, Json.Types.SetMyDescription, Done, cancellation);

    public Task<Answer<BotDescription>> GetMyDescription(GetMyDescription request, CancellationToken cancellation) =>
        Call("getMyDescription", request, Json.Types.GetMyDescription, As(Json.Types.BotDescription), cancellation);

    public Task<Answer<bool>> SetMyShortDescription(SetMyShortDescription request, CancellationToken cancellation) =>
        Call("setMyShortDescription", request, Json.Types.SetMyShortDescription, Done, cancellation);

    public Task<Answer<BotShortDescription>> GetMyShortDescription(GetMyShortDescription request, CancellationToken cancellation) =>
        Call("getMyShortDescription", request, Json.Types.GetMyShortDescription, As(Json.Types.BotShortDescription), cancellation);

    public Task<Answer<bool>> SetMyName(SetMyName request, CancellationToken cancellation) =>
        Call("setMyName", request, Json.Types.SetMyName, Done, cancellation);

    public Task<Answer<BotName>> GetMyName(GetMyName request, CancellationToken cancellation) =>
        Call("getMyName", request, Json.Types.GetMyName, As(Json.Types.BotName), cancellation);

    public Task<Answer<bool>> SetWebhook(SetWebhook request, CancellationToken cancellation) =>
        Call("setWebhook", request, Json.Types.SetWebhook, Done, cancellation);

    public Task<Answer<bool>> DeleteWebhook(DeleteWebhook request, CancellationToken cancellation) =>
        Call("deleteWebhook", request, Json.Types.DeleteWebhook, Done, cancellation);

    public Task<Answer<WebhookInfo>> GetWebhookInfo(GetWebhookInfo request, CancellationToken cancellation) =>
        Call("getWebhookInfo", request, Json.Types.GetWebhookInfo, As(Json.Types.WebhookInfo), cancellation);

    public Task<Answer<bool>> SetChatMenuButton(SetChatMenuButton request, CancellationToken cancellation) =>
        Call("setChatMenuButton", request, Json.Types.SetChatMenuButton, Done, cancellation);

    static Func<JsonElement, T> As<T>(JsonTypeInfo<T> type) =>
        result => result.Deserialize(type) ?? throw new JsonException("An answer without a value.");

    static Batch ReadBatch(JsonElement result)
    {
        if (result.ValueKind != JsonValueKind.Array)
            throw new JsonException("Updates that are no list.");
        var all = result.EnumerateArray().Select(Received.Read).ToList();
        return new Batch([.. all.OfType<Received>()], all.Count(one => one is null));
    }

    static ByteArrayContent Body<TRequest>(TRequest request, JsonTypeInfo<TRequest> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(request, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    Task<Answer<T>> Call<TRequest, T>(
        string method, TRequest request, JsonTypeInfo<TRequest> type, Func<JsonElement, T> read, CancellationToken cancellation) =>
        Call(method, () => Body(request, type), read, cancellation);

    async Task<Answer<T>> Call<T>(string method, Func<HttpContent> body, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            return await Send(method, body, read, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Refusal.Unreachable();
        }
    }

    async Task<Answer<T>> Send<T>(
        string method, Func<HttpContent> body, Func<JsonElement, T> read, CancellationToken cancellation, bool closesConnection = false)
    {
        try
        {
            using var content = body();
            using var message = new HttpRequestMessage(HttpMethod.Post, root + method) { Content = content };
            message.Headers.ConnectionClose = closesConnection ? true : null;
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            await using var answer = await response.Content.ReadAsStreamAsync(cancellation);
            var reply = await JsonSerializer.DeserializeAsync(answer, Json.Types.Reply, cancellation);
            return reply switch
            {
                { Ok: true } => read(reply.Result),
                { Ok: false } => Refusal.From(reply.ErrorCode, reply.Description, reply.Parameters),
                null => new Refusal.Unreachable(),
            };
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or JsonException)
        {
            return new Refusal.Unreachable();
        }
    }
}
