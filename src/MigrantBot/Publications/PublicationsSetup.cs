using Microsoft.Extensions.DependencyInjection.Extensions;
using MigrantBot.Publications.Pages;
using MigrantBot.Storage;

namespace MigrantBot.Publications;

/// <summary>The publications' two lines in the composition root.</summary>
static class PublicationsSetup
{
    /// <summary>Needs a <see cref="Database"/> among the services.</summary>
    public static IServiceCollection AddPublications(this IServiceCollection services, PublicationsOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<PublicationStore>();
        services.AddSingleton<House>();
        services.AddSingleton<Publishing>();
        services.AddHostedService<PublishingClock>();
        services.AddSingleton<PublicationCheck>();
        services.AddSingleton<CopiesCheck>();
        services.AddSingleton<PublicationWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<PublicationWatch>());
        services.AddSingleton<NgoKeyStore>();
        services.AddSingleton<NgoKeys>();
        services.AddSingleton<Listing>();
        services.AddSingleton<SignalList>();
        services.AddSingleton<KeyPace>();
        services.AddSingleton<KeyGate>();
        services.AddSingleton<Appearances>();
        return services;
    }

    /// <summary>What anybody may look at, and what NGOs fetch with a key.</summary>
    public static void MapPublications(this WebApplication app)
    {
        Downloads.Map(app);
        Api.Map(app);
        PublicPage.Map(app);
    }
}
