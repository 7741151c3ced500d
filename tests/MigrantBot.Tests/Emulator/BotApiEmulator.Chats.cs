using System.Text;
using System.Text.Json.Nodes;

namespace MigrantBot.Tests.Emulator;

sealed partial class BotApiEmulator
{
    long lastClick = 21_900_000_000_000_000;

    public Seen See(long chat)
    {
        lock (gate)
            return new Seen([.. MessagesOf(chat)]);
    }

    /// <summary>The person writes: the message is in the chat, and an update on its way.</summary>
    public Posted Write(long chat, JsonObject from, string text, JsonObject? content = null, string kind = "message")
    {
        lock (gate)
        {
            var message = new EmulatedMessage(++lastMessage, false, time.GetUtcNow(), text, []);
            MessagesOf(chat).Add(message);
            var json = message.ToJson(ChatJson(chat), from);
            if (content is not null)
            {
                json.Remove("text");
                foreach (var (name, value) in content)
                    json[name] = value?.DeepClone();
            }
            return queue.Add(kind, json, () => See(chat));
        }
    }

    /// <summary>The person presses a button that is really there.</summary>
    public Posted Press(long chat, JsonObject from, EmulatedMessage message, string data, bool isInaccessible = false)
    {
        lock (gate)
        {
            var id = $"{++lastClick}";
            clicks[id] = (time.GetUtcNow(), chat, message.Id);
            var json = isInaccessible
                ? new JsonObject { ["chat"] = ChatJson(chat), ["message_id"] = message.Id, ["date"] = 0 }
                : message.ToJson(ChatJson(chat), BotJson());
            return queue.Add("callback_query", new JsonObject
            {
                ["id"] = id, ["from"] = from, ["message"] = json, ["chat_instance"] = "-3355442211", ["data"] = data,
            }, () => See(chat));
        }
    }

    /// <summary>Any update at all; <c>"$id"</c> becomes its number.</summary>
    public Posted Post(string json) => queue.Add(json, () => new Seen([]));

    public Posted Block(long chat, JsonObject from, bool isBlocked)
    {
        lock (gate)
        {
            if (isBlocked)
                blockers.Add(chat);
            else
                blockers.Remove(chat);
            return queue.Add("my_chat_member", new JsonObject
            {
                ["chat"] = ChatJson(chat), ["from"] = from, ["date"] = time.GetUtcNow().ToUnixTimeSeconds(),
                ["old_chat_member"] = new JsonObject { ["user"] = BotJson(), ["status"] = isBlocked ? "member" : "kicked" },
                ["new_chat_member"] = new JsonObject { ["user"] = BotJson(), ["status"] = isBlocked ? "kicked" : "member" },
            }, () => See(chat));
        }
    }

    public void ForgetHistory(long chat)
    {
        lock (gate)
            MessagesOf(chat).Clear();
    }

    /// <summary>Delivers what waits to a webhook, in order, each one until it is answered with 2xx.</summary>
    public async Task Deliver(HttpClient http, Uri address, int tries = 5)
    {
        foreach (var (id, json) in queue.Look(100).Updates)
            for (var attempt = 1; ; attempt++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", WebhookSecret);
                using var response = await http.SendAsync(request);
                if (response.IsSuccessStatusCode)
                {
                    queue.Confirm(id);
                    break;
                }
                if (attempt == tries)
                    throw new InvalidOperationException($"The webhook answered {(int)response.StatusCode} {tries} times.");
            }
    }
}
