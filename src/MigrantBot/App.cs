using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MigrantBot.Backups;
using MigrantBot.Channels.Telegram;
using MigrantBot.Channels.Terminal;
using MigrantBot.Channels.WebChat;
using MigrantBot.Console;
using MigrantBot.Content;
using MigrantBot.Intake;
using MigrantBot.Intake.Flooding;
using MigrantBot.Publications;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using House = MigrantBot.Channels.Telegram.House;

namespace MigrantBot;

/// <summary>The composition root: which parts there are, and what each is given.</summary>
static class App
{
    public static WebApplication Build(WebApplicationBuilder builder, Foundation foundation)
    {
        var settings = foundation.Settings;
        builder.WebHost.UseUrls(settings.AllUrls);
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, ClearedBlocks>();
        builder.Services.AddFoundation(foundation);
        builder.Services.AddHostedService<Housekeeping>();
        if (settings.Backup is { } backup)
            builder.Services.AddBackups(backup);
        builder.Services.AddIntake();
        builder.Services.AddConsole(new(settings.PublicAddress));
        builder.Services.AddPublications(settings.Publications);
        builder.Services.AddSingleton(new WebChatOptions(foundation.Invented.Is));
        builder.Services.AddSingleton<Welcome>();
        if (settings.Telegram is { } telegram && settings.Roles.HasFlag(Roles.Bot))
        {
            builder.Services.AddTelegram(telegram, HouseOf);
            if (settings.Notice is { } notice)
                builder.Services.AddNotice(notice, provider => (line, cancellation) =>
                    provider.GetRequiredService<GroupLine>().Say(notice.Chat, line, cancellation));
        }

        var app = builder.Build();
        app.UseApology();
        app.KeepApart(settings.Telegram?.Webhook);
        app.MapHealth();
        if (settings.Roles.HasFlag(Roles.Console))
            app.MapConsole();
        if (settings.Roles.HasFlag(Roles.Publications))
            app.MapPublications();
        if (settings.Roles.HasFlag(Roles.Chat))
            app.MapWebChat();
        if (settings is { Telegram.Webhook: { } webhook } && settings.Roles.HasFlag(Roles.Bot))
            app.MapTelegramWebhook(webhook);
        return app;
    }

    /// <summary>The terminal chat, without a server.</summary>
    public static Talk Talk(IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<Talk>(services, System.Console.In, System.Console.Out);

    static void AddFoundation(this IServiceCollection services, Foundation foundation)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(foundation.Settings);
        services.AddSingleton(provider => new Editions(foundation.Edition, foundation.Settings.Locales, provider.GetRequiredService<ILogger<Editions>>()));
        // A request is one scope, its apology included, and so sees one edition.
        services.AddScoped(provider => provider.GetRequiredService<Editions>().Newest());
        services.AddSingleton(foundation.Pepper);
        services.AddSingleton(foundation.Database);
        services.AddSingleton(foundation.Invented);
        services.AddSingleton(new RosterOptions(foundation.Settings.Root, SeenListFile.Beside(foundation.Settings.PepperFile)));
        services.AddSingleton<RecipientListStore>();
        services.AddSingleton<RecoveryStore>();
        services.AddSingleton<ModeratorStore>();
        services.AddSingleton<Roster>();
        services.AddSingleton<ReceiptStore>();
    }

    static void AddBackups(this IServiceCollection services, BackupOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<BackupNights>();
        services.AddSingleton<BackupMaking>(provider => new(provider.GetRequiredService<Database>(), provider.GetRequiredService<Pepper>(), RandomNumberGenerator.Fill));
        services.AddHostedService<NightlyBackup>();
    }

    static void AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<Readers>();
        services.AddSingleton<Derivation>(provider => receipt => ReceiptKeys.Derive(provider.GetRequiredService<Pepper>(), receipt.Reveal()));
        services.AddSingleton<ReturningReplies>();
        services.AddSingleton<Returning>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<Limits>();
        services.AddSingleton<BrowserSealing>();
        services.AddSingleton<Submissions>();
        services.AddSingleton<Conversations>();
        services.AddHostedService<ReadersWatch>();
        services.AddHostedService<Forgetting>();
    }

    static House HouseOf(IServiceProvider services)
    {
        var (conversations, editions) = (services.GetRequiredService<Conversations>(), services.GetRequiredService<Editions>());
        return new(
            async (asked, cancellation) =>
            {
                var edition = editions.Newest();
                var screen = await conversations.Answer(asked, edition.Catalogue, cancellation);
                return new(screen, edition.Wording.Say) { Plays = edition.FileOf(screen.Plays) };
            },
            asked =>
            {
                var edition = editions.Newest();
                return new(conversations.Apologise(asked, edition.Catalogue), edition.Wording.Say);
            },
            conversations.Forget,
            (language, line) => editions.Newest().Wording.Say(language, line));
    }
}
