using System.Text;
using MigrantBot.Console;
using MigrantBot.Demo;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot;

/// <summary>
/// The verb <c>demo</c>: an invented house in a database of its own, served like a real one. Passcodes and links go to the terminal, never into the log; they
/// open nothing that is true.
/// </summary>
static class DemoVerb
{
    const string Database = "Data Source=data/demo.db", PepperFile = "data/demo-pepper";

    /// <summary>The same stories each time.</summary>
    const int Seed = 20_241_001;

    static readonly TimeSpan LinksAreGood = TimeSpan.FromHours(24);

    internal static Task<int> Do()
    {
        var builder = Verbs.Builder([]);
        if (builder.Configuration["Database:Provider"] is null or "sqlite")
            Default(builder.Configuration, "Database:ConnectionString", Database);
        Default(builder.Configuration, "Pepper:File", PepperFile);
        return Verbs.WithFoundation(builder, Make);
    }

    /// <summary>False after saying which settings belong to a real house: people would be answered by nobody.</summary>
    internal static bool AllowsDemo(Settings settings, ICollection<string> refusals)
    {
        var before = refusals.Count;
        if (settings.Telegram is not null)
            refusals.Add("Telegram__Token is set, and the cases of this database are invented: no bot serves from it, for people would believe that somebody reads what they tell. Take the token away for the demo, or let Database__ConnectionString name the real database.");
        if (settings.Root is not null)
            refusals.Add("Keys__Root is set, and the cases of this database are invented: its moderators are on nobody's signed list. Take the root key away for the demo, or let Database__ConnectionString name the real database.");
        return refusals.Count == before;
    }

    static async Task<int> Make(WebApplicationBuilder builder, Foundation foundation)
    {
        List<string> refusals = [];
        if (!AllowsDemo(foundation.Settings, refusals))
            return await Verbs.Refuse([.. refusals]);
        var file = Access.FileBeside(foundation.Settings.PepperFile);
        var access = foundation.Invented.Is
            ? await Access.Read(file)
            : await Making.Make(foundation.Database, foundation.Pepper, file, TimeProvider.System, Seed, CancellationToken.None);
        if (access is not null)
            return await Verbs.Serve(builder, foundation with { Invented = new(Is: true) }, (services, cancellation) => Tell(services, foundation.Settings, access, cancellation));
        // Or another “demo” has made it meanwhile.
        return await Verbs.Refuse(await new House(foundation.Database).IsInvented(CancellationToken.None)
            ? $"The database holds a demo, but {file}, which opens it, is gone or not whole, or another “demo” has just written it: then start this one again. Delete the demo's database and pepper file, and the next “demo” makes a new one."
            : "The database is not empty, so it may hold what somebody really told: “demo” never touches it. Leave Database__ConnectionString out, or let it name a new file or an empty database.");
    }

    static async Task Tell(IServiceProvider services, Settings settings, Access access, CancellationToken cancellation)
    {
        var text = new StringBuilder($"""

            Everything here is invented. Look around; nothing can be broken that the next demo does not make anew.

              Web chat       {settings.PublicAddress}
              Publications   {new Uri(settings.PublicAddress, "/publications")}
              API            curl -H "Authorization: Bearer {access.NgoKey}" {new Uri(settings.PublicAddress, "/api/v1/publications")}
              A reporter     comes back in the web chat by “My number”, and finds an answer:
                             {access.Receipt}

              Console        Open a link once, within a day, and let your browser make a passkey. The passcode then opens the keys.

            """);
        foreach (var (handle, passcode) in access.Passcodes)
            text.AppendLine($"    {handle}    {passcode}    {await LinkFor(services, handle, MigrantBot.Console.Roles.Moderator, cancellation)}");
        text.AppendLine($"    {Member.Administrator}   reads nothing          {await LinkFor(services, Member.Administrator, MigrantBot.Console.Roles.Administrator, cancellation)}");
        await System.Console.Out.WriteLineAsync(text, cancellation);
    }

    static async Task<Uri> LinkFor(IServiceProvider services, string handle, string role, CancellationToken cancellation) =>
        await services.GetRequiredService<Invite>().For(handle, role, AuditRow.Operator, cancellation, LinksAreGood) is Invited.Made made
            ? made.Link
            : throw new InvalidOperationException($"{handle} is not in the demo any more. Delete its database and pepper file, and the next “demo” makes a new one.");

    static void Default(ConfigurationManager configuration, string name, string value)
    {
        if (configuration[name] is null)
            configuration.AddInMemoryCollection([new(name, value)]);
    }
}
