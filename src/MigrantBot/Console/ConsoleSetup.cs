using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>The console's two lines in the composition root.</summary>
static class ConsoleSetup
{
    /// <summary>Needs a <see cref="Database"/> among the services.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, ConsoleOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ModeratorStore>();
        services.AddSingleton(options);
        services.AddSingleton<LinkStore>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<CaseStore>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Invite>();
        services.AddSingleton<BrowserFiles>();
        services.ConfigureHttpJsonOptions(json =>
        {
            // A call that leaves out what it must say is refused as a call, instead of surprising the code behind it.
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        // Without this the key ring would be written unencrypted into the home folder; nothing of ours needs to outlive the process.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        services.AddAuthorization();
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Console/Pages";
            pages.Conventions.AuthorizePage("/Queue");
        });
        // At each start it would make that key ring all the same. Should the framework rename it, this line says so at once.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        return services;
    }

    public static void MapConsole(this WebApplication app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(ConsolePaths.Home, StringComparison.Ordinal),
            console => console.Use(SecurityHeaders.Write).Use(OwnPagesOnly.Guard));
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapRazorPages();
        app.MapGet($"{ConsolePaths.Files}/{{version}}/{{name}}", (string version, string name, BrowserFiles files, HttpResponse response) =>
            files.Serve(version, name, response));

        Entrance.Map(app.MapGroup(ConsolePaths.Api));
        var signedIn = app.MapGroup(ConsolePaths.Api).RequireAuthorization();
        Desk.Map(signedIn);
        Cases.Map(signedIn);
    }
}
