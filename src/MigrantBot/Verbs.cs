using System.Net.Sockets;
using MigrantBot.Channels.Telegram;
using MigrantBot.Console;
using MigrantBot.Content;
using MigrantBot.Content.Checks;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot;

/// <summary>What the program can be asked to do. The result is the exit code: 0 done, 1 not done, 2 a setting or file has to be mended first.</summary>
static class Verbs
{
    const int Refused = 2;

    /// <summary>Nobody of ours sends more, whatever the address; a part that knows a lower limit sets it itself.</summary>
    const long MostBytes = 128 * 1024;

    /// <summary>
    /// Settings are read once. A watcher would hold a buffer where it lies for good, be woken by all that is written beside the settings, and take no
    /// notice of anything that counts.
    /// </summary>
    const string NoWatching = "--hostBuilder:reloadConfigOnChange=false";

    internal static Task<int> Run(string[] args) => WithFoundation(Builder(args), (builder, foundation) => Serve(builder, foundation));

    /// <summary>Until somebody stops it; <paramref name="tell"/> says what there is to see, once it is there.</summary>
    internal static async Task<int> Serve(WebApplicationBuilder builder, Foundation foundation, Func<IServiceProvider, CancellationToken, Task>? tell = null)
    {
        await using var app = App.Build(builder, foundation);
        try
        {
            await app.StartAsync();
            await app.Services.GetRequiredService<Welcome>().Say(app.Lifetime.ApplicationStopping);
            if (tell is not null)
                await tell(app.Services, app.Lifetime.ApplicationStopping);
            // Loading words and facts leaves garbage that an idle process would keep for hours.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            await app.WaitForShutdownAsync();
        }
        catch (Exception taken) when (taken is IOException or SocketException && !app.Lifetime.ApplicationStarted.IsCancellationRequested)
        {
            return await Refuse($"{taken.Message} Stop the program that listens there (perhaps this one, started before), or let ASPNETCORE_URLS name another port, such as http://localhost:8090");
        }
        catch (Exception) when (BrokenOff(app.Services) is not null || WasStoppedWhileStarting(app.Lifetime))
        {
            // Which of the two it was decides below.
        }
        return BrokenOff(app.Services) switch
        {
            null => 0,
            UnknownTokenException unknown => await Refuse(unknown.Message),
            var bug => throw new InvalidOperationException("Work in the background broke off.", bug),
        };
    }

    static bool WasStoppedWhileStarting(IHostApplicationLifetime lifetime) =>
        lifetime.ApplicationStopping.IsCancellationRequested && !lifetime.ApplicationStarted.IsCancellationRequested;

    /// <summary>Why the host stopped by itself, if it did: it throws something else, or nothing, when that happens in the midst of starting.</summary>
    static Exception? BrokenOff(IServiceProvider services) =>
        services.GetServices<IHostedService>().OfType<BackgroundService>()
            .Select(service => service.ExecuteTask?.Exception?.InnerException).FirstOrDefault(broken => broken is not null);

    internal static Task<int> Talk(string? language) => WithFoundation(Quiet(), async (builder, foundation) =>
    {
        await using var app = App.Build(builder, foundation);
        await app.Services.GetRequiredService<Intake.Readers>().Look(CancellationToken.None);
        if (foundation.Invented.Is)
            System.Console.WriteLine(foundation.Edition.Wording.Say(Language.Find(language ?? "") ?? Language.English, "web.invented"));
        await App.Talk(app.Services).Run(language, CancellationToken.None);
        return 0;
    });

    internal static Task<int> Invite(string name, bool isAdministrator) => WithFoundation(Quiet(), async (builder, foundation) =>
    {
        await using var app = App.Build(builder, foundation);
        var invited = await app.Services.GetRequiredService<Invite>().For(
            name, isAdministrator ? Console.Roles.Administrator : Console.Roles.Moderator, Storage.Rows.AuditRow.Operator, CancellationToken.None);
        System.Console.WriteLine(invited switch
        {
            Invited.Made { IsToEnrol: true } made => $"To enrol as {name}, open this link once before {made.Expires:u}:\n{made.Link}",
            Invited.Made made => $"To add a passkey for {name}, who is enrolled already, open this link once before {made.Expires:u}:\n{made.Link}",
            Invited.Refused refused => refused.Message,
            _ => throw new InvalidOperationException(),
        });
        return invited is Invited.Made ? 0 : 1;
    });

    /// <summary>Needs neither database nor pepper: a translator has only the words.</summary>
    internal static async Task<int> Check(string? folder)
    {
        var locales = folder ?? Settings.LocalesOf(Builder([]).Configuration);
        if (!Directory.Exists(locales))
        {
            await System.Console.Error.WriteLineAsync($"There is no folder {(locales.Length == 0 ? "" : Path.GetFullPath(locales))}: name the one with the words, or none for those beside the program.");
            return Refused;
        }
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return LocalesCheck.Run(locales, today, System.Console.Out) ? 0 : 1;
    }

    /// <summary>Prints what `docs/facts.md` holds.</summary>
    internal static async Task<int> Facts()
    {
        List<Fault> faults = [];
        var locales = Settings.LocalesOf(Builder([]).Configuration);
        var wording = WordingFiles.Load(locales, faults);
        var catalogue = CatalogueFiles.Load(locales, wording, faults);
        if (faults.Count > 0)
            return await Refuse([.. faults.Select(fault => fault.ToString())]);
        await System.Console.Out.WriteAsync(FactTable.Write(catalogue, wording));
        return 0;
    }

    /// <summary>Needs neither database nor pepper: it stores nothing.</summary>
    internal static async Task<int> Scrub()
    {
        using var told = new StreamReader(System.Console.OpenStandardInput());
        await using var shown = new StreamWriter(System.Console.OpenStandardOutput());
        return await ScrubLines.Run(told, shown, System.Console.Error) ? 0 : 1;
    }

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
        System.Console.Error.WriteLine($$"""
            MigrantBot does one of these:
              run                  serve web chat, console and (with Telegram__Token) the Telegram bot; the default
              demo                 make two years of invented cases in a database of their own, and serve them: to look around
              talk [LANGUAGE]      hold the conversation in this terminal; LANGUAGE is one of {{string.Join(", ", Language.All)}}
              check [LOCALES]      check words and facts in the folder LOCALES: errors, warnings, a table by language
              facts                print the table of every number, its screen and its source, as Markdown
              scrub                read JSON lines {"id","lang","text"}, print {"id","masked"}: the text as a moderator would get it
              keys invite NAME [--administrator]
                                   print a one-time link by which a moderator (or administrator, who reads nothing) enrols, or who has lost their passkey adds one
              keys                 say how the list of those who may read is signed, and what else “keys” does
              audit verify [--head SEQ:HASH]   say whether what was done is written down as it was, and whether a head noted before still stands
              ngo issue|list|revoke   make, list and revoke the keys by which NGOs fetch publications
              publish              publish what is due, and say what comes when; “publish list”, “publish erratum”
              backup FILE          write the whole database into a file that only two sheets of paper open; “backup” alone says how
              restore FILE --sheet-a FILE --sheet-b FILE   put such a file back into an empty database
              health               ask the running process whether it is ready
            """);
        return Task.FromResult(Refused);
    }

    internal static async Task<int> WithFoundation(WebApplicationBuilder builder, Func<WebApplicationBuilder, Foundation, Task<int>> act)
    {
        List<string> refusals = [];
        if (await Foundation.Lay(builder.Configuration, refusals, CancellationToken.None) is { } foundation)
            await using (foundation.Database)
                return await act(builder, foundation);
        return await Refuse([.. refusals]);
    }

    internal static async Task<int> Refuse(params IReadOnlyList<string> refusals)
    {
        foreach (var refusal in refusals)
            await System.Console.Error.WriteLineAsync(refusal);
        await System.Console.Error.WriteLineAsync("Nothing is running. Mend the above, then start again.");
        return Refused;
    }

    internal static WebApplicationBuilder Builder(string[] args)
    {
        var builder = WebApplication.CreateBuilder([NoWatching, .. args]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        });
        builder.Logging.AddSimpleConsole(line => line.SingleLine = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            // What ends the process is said once, by the verb, and not also as a trace by the host.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        return builder;
    }

    /// <summary>For verbs that print for a person: no log among it, and no server.</summary>
    internal static WebApplicationBuilder Quiet()
    {
        var builder = Builder([]);
        builder.Logging.ClearProviders();
        return builder;
    }
}
