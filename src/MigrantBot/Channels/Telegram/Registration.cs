using MigrantBot.Channels.Telegram.Api;

namespace MigrantBot.Channels.Telegram;

/// <summary>Tells Telegram how updates reach us. It insists: without that nobody is heard.</summary>
sealed class Registration(IBotApi api, WebhookOptions webhook, TimeProvider time, Jitter jitter, ILogger<Registration> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var request = new SetWebhook(webhook.Url.AbsoluteUri, webhook.Secret, Polling.Wanted);
        await Insist("setWebhook", () => api.SetWebhook(request, stoppingToken), time, jitter, log, stoppingToken);
        log.Listening(TelegramMode.Webhook);
    }

    /// <summary>A webhook set earlier would keep every poll from being answered.</summary>
    public static Task Unhook(IBotApi api, TimeProvider time, Jitter jitter, ILogger log, CancellationToken cancellation) =>
        Insist("deleteWebhook", () => api.DeleteWebhook(new DeleteWebhook(), cancellation), time, jitter, log, cancellation);

    static async Task Insist(
        string method, Func<Task<Answer<bool>>> call, TimeProvider time, Jitter jitter, ILogger log, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await call();
            if (answer.Refusal is null)
                return;
            if (answer.Refusal is Refusal.WrongToken)
                throw new UnknownTokenException();
            var pause = answer.Refusal is Refusal.Flood flood ? flood.RetryAfter : Pauses.After(attempt, jitter());
            log.NotRegistered(method, answer.Refusal.GetType().Name, pause);
            await Task.Delay(pause, time, cancellation);
        }
    }
}
