using System.Net.Sockets;
using MigrantBot.Console;

namespace MigrantBot;

/// <summary>What the program can be asked to do. The result is the exit code: 0 done, 1 not done, 2 a setting or file has to be mended first.</summary>
static class Verbs
{
    const int Refused = 2;

    internal static Task<int> Run(string[] args) => WithFoundation(Builder(args), async (builder, foundation) =>
    {
        await using var app = App.Build(builder, foundation);
        if (!await Starts(app, foundation.Settings.Roles))
            return Refused;
        // Loading words and facts leaves garbage that an idle process would keep for hours.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await app.WaitForShutdownAsync();
        return HasBrokenOff(app) ? Refused : 0;
    });

    /// <summary>False where an address cannot be listened on: a setting to mend, and no bug. Nor is it one to be stopped while starting.</summary>
    static async Task<bool> Starts(WebApplication app, Roles roles)
    {
        try
        {
            await app.StartAsync();
            if (roles.HasFlag(Roles.Console))
                await app.Services.GetRequiredService<Welcome>().Say(app.Lifetime.ApplicationStopping);
            return true;
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            await System.Console.Error.WriteLineAsync(
                $"{taken.Message} Stop the program that listens there (perhaps this one, started before), or let ASPNETCORE_URLS name another port, such as http://localhost:8090");
            return false;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return true;
        }
    }

    /// <summary>True where work in the background could not go on, for a token that Telegram does not know, say; the log has the reason and the mend.</summary>
    static bool HasBrokenOff(WebApplication app) =>
        app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Any(one => one.ExecuteTask is { IsFaulted: true });

    internal static Task<int> Talk(string? language) => WithFoundation(Quiet(), async (builder, foundation) =>
    {
        await using var app = App.Build(builder, foundation);
        await app.Services.GetRequiredService<Intake.Readers>().Look(CancellationToken.None);
        await App.Talk(app.Services).Run(language, CancellationToken.None);
        return 0;
    });

    internal static Task<int> Invite(string name) => WithFoundation(Quiet(), async (builder, foundation) =>
    {
        await using var app = App.Build(builder, foundation);
        var invited = await app.Services.GetRequiredService<Invite>().For(name, CancellationToken.None);
        System.Console.WriteLine(invited switch
        {
            Invited.Made { IsToEnrol: true } made => $"To enrol as {name}, open this link once before {made.Expires:u}:\n{made.Link}",
            Invited.Made made => $"To sign in as {name}, open this link once before {made.Expires:u}:\n{made.Link}",
            Invited.Refused refused => refused.Message,
            _ => throw new InvalidOperationException(),
        });
        return invited is Invited.Made ? 0 : 1;
    });

    internal static Task<int> Health()
    {
        var urls = Builder([]).Configuration["URLS"] ?? Settings.DefaultUrls;
        if (Settings.Reachable(urls) is { } address)
            return MigrantBot.Health.Ask(address, System.Console.Out);
        System.Console.Error.WriteLine(Settings.NotReachable(urls));
        return Task.FromResult(Refused);
    }

    internal static Task<int> Help()
    {
        System.Console.Error.WriteLine("""
            MigrantBot does one of these:
              run                  serve web chat, console and (with Telegram__Token) the Telegram bot; the default
              talk [LANGUAGE]      hold the conversation in this terminal; LANGUAGE is uz, uz-Cyrl, tg, ky, kk, ru or en
              keys invite NAME     print a one-time link by which a moderator enrols, or signs in
              health               ask the running process whether it is ready
            """);
        return Task.FromResult(Refused);
    }

    static async Task<int> WithFoundation(WebApplicationBuilder builder, Func<WebApplicationBuilder, Foundation, Task<int>> act)
    {
        List<string> refusals = [];
        if (await Foundation.Lay(builder.Configuration, refusals, CancellationToken.None) is { } foundation)
            await using (foundation.Database)
                return await act(builder, foundation);
        foreach (var refusal in refusals)
            await System.Console.Error.WriteLineAsync(refusal);
        await System.Console.Error.WriteLineAsync("Nothing was started. Mend the above, then start again.");
        return Refused;
    }

    static WebApplicationBuilder Builder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var listen = builder.Configuration["Telegram:Mode"] == "webhook" ? ";" + (builder.Configuration["Telegram:Webhook:Listen"] ?? Settings.DefaultWebhookListen) : "";
        builder.WebHost.UseUrls((builder.Configuration["URLS"] ?? Settings.DefaultUrls) + listen);
        builder.Logging.AddSimpleConsole(line => line.SingleLine = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        return builder;
    }

    /// <summary>For verbs that print for a person: no log among it, and no server.</summary>
    static WebApplicationBuilder Quiet()
    {
        var builder = Builder([]);
        builder.Logging.ClearProviders();
        return builder;
    }
}
