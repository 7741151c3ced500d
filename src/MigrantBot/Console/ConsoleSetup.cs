using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MigrantBot.Browser;
using MigrantBot.Console.Passkeys;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>The console's two lines in the composition root.</summary>
static class ConsoleSetup
{
    /// <summary>Anybody may call the entrance; keys and links are a few kilobytes.</summary>
    const int MostBytes = 64 * 1024;

    /// <summary>Needs a <see cref="Database"/>, an <see cref="Content.Edition"/>, <see cref="RosterOptions"/> and what <see cref="Publications.PublicationsSetup"/> adds among the services; an <see cref="Invented"/> where the cases may be.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, ConsoleOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ModeratorStore>();
        services.TryAddSingleton<RecipientListStore>();
        services.TryAddSingleton<Roster>();
        services.TryAddSingleton(new Invented(Is: false));
        services.AddSingleton(options);
        services.AddSingleton<LinkStore>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<CaseStore>();
        services.AddSingleton<CaseworkStore>();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<AlikeStore>();
        services.AddSingleton<CaseRecipients>();
        services.AddSingleton<QueueStore>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Changes>();
        services.AddHostedService(provider => provider.GetRequiredService<Changes>());
        services.AddSingleton<Events>();
        services.AddSingleton<Invite>();
        services.AddSingleton<RefusalLog>();
        services.AddSingleton<TeamStore>();
        services.AddSingleton<Approvals>();
        services.AddSingleton<Removal>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<AuditWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<AuditWatch>());
        services.AddPasskeys();
        services.AddSingleton(new BrowserFiles(ConsolePaths.Files, "console"));
        services.ConfigureHttpJsonOptions(json =>
        {
            // A call that leaves out what it must say is refused as a call, instead of surprising the code behind it.
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.Converters.Add(new WholeText());
        });
        // Nothing of ours needs keys of the framework that outlive the process; by default they would lie unencrypted in the home folder.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(Roles.Moderator, policy => policy.RequireRole(Roles.Moderator))
            .AddPolicy(Roles.Administrator, policy => policy.RequireRole(Roles.Administrator));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RoleGate>();
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Console/Pages";
            pages.Conventions.AuthorizePage("/Queue", Roles.Moderator);
            pages.Conventions.AuthorizePage("/Settings");
            pages.Conventions.AuthorizePage("/Team");
            pages.Conventions.AuthorizePage("/Partners", Roles.Administrator);
            pages.Conventions.AuthorizePage("/AuditLog");
        });
        // At each start it would make those keys all the same. Should the framework rename it, this line says so at once.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        return services;
    }

    /// <summary>The line for the moderators' group, brought there by whoever can.</summary>
    public static void AddNotice(this IServiceCollection services, NoticeOptions options, Func<IServiceProvider, Notice.Saying> saying)
    {
        services.AddSingleton(options);
        services.AddSingleton(saying);
        services.AddSingleton<UnopenedReports>();
        services.AddHostedService<Notice>();
    }

    public static void MapConsole(this WebApplication app)
    {
        // Routes take /CONSOLE for /console; what guards them must not be stricter than they are.
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(ConsolePaths.Home, StringComparison.OrdinalIgnoreCase),
            console => console.Use(SecurityHeaders.Write).Use(OwnPagesOnly.Guard));
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapRazorPages();
        app.MapGet($"{ConsolePaths.Files}/{{version}}/{{name}}", (string version, string name, BrowserFiles files, HttpContext http) =>
            files.Serve(version, name, http));

        var api = app.MapGroup(ConsolePaths.Api).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        Entrance.Map(api);
        Links.Map(api);
        var signedIn = api.MapGroup("").RequireAuthorization();
        Account.Map(signedIn);
        Team.Map(signedIn);
        Invitations.Map(signedIn);
        AuditTrail.Map(signedIn);
        Partners.Map(api.MapGroup("").RequireAuthorization(Roles.Administrator));
        var moderators = api.MapGroup("").RequireAuthorization(Roles.Moderator);
        Desk.Map(moderators);
        Cases.Map(moderators);
        Events.Map(moderators);
        AnswerCards.Map(moderators);
    }
}
