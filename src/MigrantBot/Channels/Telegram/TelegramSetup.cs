using Microsoft.Extensions.DependencyInjection.Extensions;
using MigrantBot.Channels.Telegram.Api;

namespace MigrantBot.Channels.Telegram;

/// <summary>Puts this channel together.</summary>
static class TelegramSetup
{
    public static IServiceCollection AddTelegram(this IServiceCollection services, TelegramOptions options, Func<IServiceProvider, House> house)
    {
        services.AddSingleton(options);
        services.AddSingleton(house);
        services.TryAddSingleton(TimeProvider.System);
        services.AddBotApi();
        services.AddAnswering();
        services.AddHostedService<Introduction>();
        services.AddHostedService<Lapsing>();
        return options.Mode switch
        {
            TelegramMode.Polling => services.AddHostedService<Polling>(),
            TelegramMode.Webhook => services
                .AddSingleton(options.Webhook ?? throw new InvalidOperationException("The webhook mode needs Telegram__Webhook__Url, Telegram__Webhook__Secret and Telegram__Webhook__Listen."))
                .AddHostedService<Registration>(),
            _ => throw new InvalidOperationException($"No way to listen by {options.Mode}."),
        };
    }

    static void AddBotApi(this IServiceCollection services)
    {
        // The factory's loggers print addresses, and each address holds the token.
        services.AddHttpClient(nameof(BotApi), http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Connections);
        services.AddSingleton<IBotApi>(provider => new BotApi(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(BotApi)),
            provider.GetRequiredService<TelegramOptions>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    static SocketsHttpHandler Connections()
    {
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(15),
            // The buffers of a connection hold what last went over it for as long as it is open.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            UseCookies = false,
        };
        ClearedReads.Around(handler);
        return handler;
    }

    static void AddAnswering(this IServiceCollection services)
    {
        services.AddSingleton<Jitter>(Random.Shared.NextDouble);
        services.AddSingleton<Retries>();
        services.AddSingleton<Chats>();
        services.AddSingleton<Floods>();
        services.AddSingleton<Pace>();
        services.AddSingleton<Tally>();
        services.AddSingleton<Held>();
        services.AddSingleton<Briefs>();
        services.AddSingleton<Courier>();
        services.AddSingleton<Voices>();
        services.AddSingleton<Delivery>();
        services.AddSingleton<GroupLine>();
        services.AddSingleton<Handling>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Inbox>(
            provider, new Func<Heard, CancellationToken, Task>(provider.GetRequiredService<Handling>().Handle)));
    }
}
