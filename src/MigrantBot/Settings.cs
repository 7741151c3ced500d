using System.Globalization;
using System.Text.RegularExpressions;
using MigrantBot.Backups;
using MigrantBot.Channels.Telegram;
using MigrantBot.Console;
using MigrantBot.Content;
using MigrantBot.Core.Publications;
using MigrantBot.Publications;
using MigrantBot.Sealing;
using MigrantBot.Storage;

namespace MigrantBot;

/// <summary>What one process does; all by default.</summary>
[Flags]
enum Roles { Bot = 1, Chat = 2, Console = 4, Publications = 8, All = Bot | Chat | Console | Publications }

/// <summary>All settings, checked at start. Everything has a default that works on one computer; see the table in README.md.</summary>
sealed partial record Settings(
    Roles Roles, string Urls, DatabaseOptions Database, string PepperFile, LocalesOptions Locales, Uri PublicAddress, TelegramOptions? Telegram,
    RootKey? Root = null, NoticeOptions? Notice = null, Volume Volume = Volume.Normal, BackupOptions? Backup = null)
{
    /// <summary>Where the process listens: also for Telegram's calls, if there are any.</summary>
    public string AllUrls => Telegram?.Webhook is { } webhook && Roles.HasFlag(Roles.Bot) ? $"{Urls};{webhook.Listen}" : Urls;

    /// <summary>What publications are told: an address that only this computer reaches is nobody else's.</summary>
    public PublicationsOptions Publications => new(Volume, Copies.FolderBeside(PepperFile), PublicAddress.IsLoopback ? null : PublicAddress);

    /// <summary>Where the process listens unless ASPNETCORE_URLS says otherwise.</summary>
    public const string DefaultUrls = "http://localhost:8080";

    /// <summary>Where Telegram's calls arrive, in webhook mode: a port of its own, behind a proxy that ends TLS.</summary>
    public const string DefaultWebhookListen = "http://localhost:8081";

    /// <summary>The first of the addresses that the process listens on, as somebody on this computer reaches it; null where one of them is no address.</summary>
    public static Uri? Reachable(string urls)
    {
        var all = urls.Split(';').Select(url => Uri.TryCreate(AnyHost().Replace(url, "://localhost"), UriKind.Absolute, out var address) ? address : null).ToList();
        return all.All(address => address?.Scheme is "http" or "https") ? all[0] : null;
    }

    public static string NotReachable(string urls) =>
        $"ASPNETCORE_URLS: “{urls}” is no address to listen on. Write it whole, such as {DefaultUrls}; several are joined by semicolons.";

    /// <summary>Where the words and facts are.</summary>
    public static string LocalesOf(IConfiguration configuration) => FolderOf(configuration.GetSection("Locales"));

    static string FolderOf(IConfigurationSection locales) =>
        locales["Path"] is { Length: > 0 } path ? Path.GetFullPath(path) : Path.Combine(AppContext.BaseDirectory, "locales");

    /// <summary>The settings, or null after adding a sentence for each one that is wrong: its name and the mend.</summary>
    public static Settings? Read(IConfiguration configuration, ICollection<string> refusals)
    {
        var before = refusals.Count;
        var settings = new Settings(
            ReadRoles(configuration["Roles"], refusals),
            configuration["URLS"] ?? DefaultUrls,
            new(ReadProvider(configuration["Database:Provider"], refusals), configuration["Database:ConnectionString"] ?? "Data Source=data/migrantbot.db"),
            configuration["Pepper:File"] ?? "data/pepper",
            ReadLocales(configuration.GetSection("Locales"), refusals),
            ReadAddress(configuration, refusals),
            ReadTelegram(configuration.GetSection("Telegram"), refusals),
            ReadRoot(configuration["Keys:Root"], refusals),
            ReadNotice(configuration.GetSection("Console:Notice"), refusals),
            ReadVolume(configuration["Publications:Volume"], refusals),
            BackupOptions.Read(configuration.GetSection("Backup"), refusals));
        if (settings.Database.Provider == Provider.Postgres && configuration["Database:ConnectionString"] is null)
            refusals.Add("Database__ConnectionString is missing: for postgres write   Host=…;Database=…;Username=…;Password=…");
        if (settings.Telegram is null && settings.Roles != Roles.All && settings.Roles.HasFlag(Roles.Bot))
            refusals.Add("Telegram__Token is missing, and Roles asks for the bot: write the token that @BotFather gave you, or take bot out of Roles.");
        if (settings is { Telegram: null, Notice: not null })
            refusals.Add("Telegram__Token is missing, and Console__Notice__Chat asks for notices: it is the bot that brings them. Write its token, or take the chat away.");
        if (settings.Roles.HasFlag(Roles.Console) && refusals.Count == before && !TakesPasskeys(settings.PublicAddress))
            refusals.Add($"Console__PublicAddress: moderators sign in with passkeys, and browsers keep those only for an https:// address with a name, or for localhost. {settings.PublicAddress} is neither: write what moderators type into the browser, such as https://desk.example.org");
        return refusals.Count == before ? settings : null;
    }

    static bool TakesPasskeys(Uri address) =>
        address.HostNameType == UriHostNameType.Dns && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback);

    static Roles ReadRoles(string? text, ICollection<string> refusals)
    {
        var roles = default(Roles);
        foreach (var name in (text ?? "all").Split(',', StringSplitOptions.TrimEntries))
            if (name.All(char.IsAsciiLetter) && Enum.TryParse<Roles>(name, ignoreCase: true, out var role))
                roles |= role;
            else
                refusals.Add($"Roles: “{name}” is not known. Write all, or some of bot, chat, console, publications, joined by commas.");
        return roles;
    }

    static Provider ReadProvider(string? text, ICollection<string> refusals)
    {
        if (text is null or "sqlite" or "postgres")
            return text == "postgres" ? Provider.Postgres : Provider.Sqlite;
        refusals.Add($"Database__Provider: “{text}” is not known. Write sqlite or postgres.");
        return default;
    }

    static Volume ReadVolume(string? text, ICollection<string> refusals)
    {
        if (text is null or "normal" or "low")
            return text == "low" ? Volume.Low : Volume.Normal;
        refusals.Add($"Publications__Volume: “{text}” is not known. Write normal, or low where fewer than about 150 reports a month are expected: then everything appears by quarter.");
        return default;
    }

    static LocalesOptions ReadLocales(IConfigurationSection section, ICollection<string> refusals)
    {
        if (section["Reload"] is not (null or "true" or "false"))
            refusals.Add($"Locales__Reload: “{section["Reload"]}” is not known. Write true or false.");
        var folder = FolderOf(section);
        return new(folder, section["Reload"] == "true");
    }

    static Uri ReadAddress(IConfiguration configuration, ICollection<string> refusals)
    {
        var urls = configuration["URLS"] ?? DefaultUrls;
        if (Reachable(urls) is not { } own)
            refusals.Add(NotReachable(urls));
        else if (configuration["Console:PublicAddress"] is null)
            // Passkeys know names only; of all addresses in numbers this one has a name that is sure.
            return own is { IsLoopback: true, HostNameType: not UriHostNameType.Dns } ? new UriBuilder(own) { Host = "localhost" }.Uri : own;
        if (configuration["Console:PublicAddress"] is not { } text)
            return new Uri(DefaultUrls);
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        refusals.Add($"Console__PublicAddress: “{text}” is not a web address. Write what moderators type into the browser, such as https://desk.example.org");
        return new Uri(DefaultUrls);
    }

    static NoticeOptions? ReadNotice(IConfigurationSection section, ICollection<string> refusals)
    {
        var minutes = NoticeOptions.DefaultMinutes;
        if (section["Every"] is { } every && (!int.TryParse(every, CultureInfo.InvariantCulture, out minutes) || minutes < NoticeOptions.FewestMinutes))
            refusals.Add($"Console__Notice__Every: “{every}” will not do. Write how many minutes pass at least between two notices, {NoticeOptions.FewestMinutes} or more.");
        if (section["Language"] is not (null or "en" or "ru"))
            refusals.Add($"Console__Notice__Language: “{section["Language"]}” is not known. Write en or ru, as the console speaks.");
        if (section["Chat"] is not { Length: > 0 } text)
            return null;
        if (long.TryParse(text, CultureInfo.InvariantCulture, out var chat) && chat < 0)
            return new(chat, TimeSpan.FromMinutes(minutes), section["Language"] == "ru" ? NoticeTongue.Ru : NoticeTongue.En);
        refusals.Add("Console__Notice__Chat is not the number of a group: those are negative, such as -1001234567890. (What stands there is not printed.)");
        return null;
    }

    /// <summary>An empty value is a mistake, not a trial: whoever sets a root key does not want to lose it by a slip.</summary>
    static RootKey? ReadRoot(string? text, ICollection<string> refusals)
    {
        if (text is null)
            return null;
        if (RootKey.Read(text) is { } root)
            return root;
        refusals.Add("Keys__Root is no public key: copy it whole from the line that “keys root FILE” printed, 88 letters; or leave the setting out for a trial.");
        return null;
    }

    static TelegramOptions? ReadTelegram(IConfigurationSection section, ICollection<string> refusals)
    {
        if (section["Token"] is not { Length: > 0 } token)
        {
            if (section["Mode"] == "webhook")
                refusals.Add("Telegram__Mode is webhook, but Telegram__Token is missing: write the token that @BotFather gave you, or take the mode away.");
            return null;
        }
        if (!Token().IsMatch(token))
            refusals.Add("Telegram__Token does not look like a token: copy it whole from @BotFather, digits, a colon, letters. (It is not printed here.)");
        var mode = section["Mode"] ?? "polling";
        if (mode is not ("polling" or "webhook"))
            refusals.Add($"Telegram__Mode: “{mode}” is not known. Write polling or webhook.");
        var options = new TelegramOptions(token);
        return options with
        {
            BaseUrl = section["BaseUrl"] is { } address ? Address("Telegram__BaseUrl", address, "http", refusals) ?? options.BaseUrl : options.BaseUrl,
            Mode = mode == "webhook" ? TelegramMode.Webhook : TelegramMode.Polling,
            Webhook = mode == "webhook" ? ReadWebhook(section.GetSection("Webhook"), refusals) : null,
        };
    }

    static WebhookOptions? ReadWebhook(IConfigurationSection section, ICollection<string> refusals)
    {
        var url = Address("Telegram__Webhook__Url", section["Url"], "https", refusals);
        var listen = Address("Telegram__Webhook__Listen", section["Listen"] ?? DefaultWebhookListen, "http", refusals);
        if (section["Secret"] is { } secret && Secret().IsMatch(secret))
            return url is null || listen is null ? null : new(url, secret, listen);
        refusals.Add("Telegram__Webhook__Secret is missing or wrong: write 32 to 256 random letters of A-Z a-z 0-9 _ -");
        return null;
    }

    static Uri? Address(string name, string? text, string scheme, ICollection<string> refusals)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == scheme || address.Scheme == Uri.UriSchemeHttps))
            return address;
        refusals.Add($"{name}: “{text}” is not an address. Write it whole, beginning with {scheme}://");
        return null;
    }

    [GeneratedRegex(@"^\d+:[A-Za-z0-9_-]{10,}$")]
    private static partial Regex Token();

    [GeneratedRegex("^[A-Za-z0-9_-]{32,256}$")]
    private static partial Regex Secret();

    [GeneratedRegex(@"://(\*|\+|0\.0\.0\.0|\[::\])")]
    private static partial Regex AnyHost();
}
