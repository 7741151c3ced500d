using Microsoft.AspNetCore.Identity;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console.Passkeys;

/// <summary>The framework's passkeys without the rest of its identity: no passwords, no cookies, no sign-in of its own.</summary>
static class PasskeySetup
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddSingleton<PasskeyStore>();
        services.AddSingleton<CeremonyStore>();
        services.AddIdentityCore<Moderator>().AddUserStore<PasskeyOwners>();
        services.AddScoped<IPasskeyHandler<Moderator>, PasskeyHandler<Moderator>>();
        services.AddScoped<Ceremonies>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<ConsoleOptions>(Limit);
    }

    static void Limit(IdentityPasskeyOptions passkeys, ConsoleOptions console)
    {
        var origin = OriginOf(console.PublicAddress);
        passkeys.ServerDomain = console.PublicAddress.IdnHost;
        passkeys.ValidateOrigin = seen => ValueTask.FromResult(!seen.CrossOrigin && seen.Origin == origin);
        // The device asks for a finger, a face or a number, so that finding it unlocked is not enough; it knows the person, so no name is typed.
        passkeys.UserVerificationRequirement = "required";
        passkeys.ResidentKeyRequirement = "required";
        // Which make of device somebody has is not our business.
        passkeys.AttestationConveyancePreference = "none";
        passkeys.AuthenticatorTimeout = Ceremonies.Lifetime;
    }

    static string OriginOf(Uri address) => $"{address.Scheme}://{address.IdnHost}{(address.IsDefaultPort ? "" : $":{address.Port}")}";
}
