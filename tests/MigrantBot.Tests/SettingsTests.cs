using Microsoft.Extensions.Configuration;
using MigrantBot.Channels.Telegram;
using MigrantBot.Console;
using MigrantBot.Content;
using MigrantBot.Core.Publications;
using MigrantBot.Sealing;
using MigrantBot.Storage;

namespace MigrantBot.Tests;

public sealed class SettingsTests
{
    const string Token = "123456:AAbbCCddEEffGGhhIIjjKKll";
    const string Secret = "0123456789abcdef0123456789ABCDEF";

    static readonly (string, string?)[] Webhook =
    [
        ("Telegram:Token", Token), ("Telegram:Mode", "webhook"),
        ("Telegram:Webhook:Url", "https://bot.example.org/telegram"), ("Telegram:Webhook:Secret", Secret),
    ];

    static (Settings? Settings, List<string> Refusals) Read(params IEnumerable<(string Name, string? Value)> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Name, one.Value))).Build();
        List<string> refusals = [];
        return (Settings.Read(configuration, refusals), refusals);
    }

    static Settings Good(params IEnumerable<(string, string?)> settings)
    {
        var (read, refusals) = Read(settings);
        Findings.AreNone(refusals);
        return read!;
    }

    [Fact]
    public void Nothing_has_to_be_set()
    {
        var settings = Good();
        Assert.Equal(Roles.All, settings.Roles);
        Assert.Equal(new DatabaseOptions(Provider.Sqlite, "Data Source=data/migrantbot.db"), settings.Database);
        Assert.Equal("data/pepper", settings.PepperFile);
        Assert.Equal(new Uri("http://localhost:8080"), settings.PublicAddress);
        Assert.Equal(new LocalesOptions(Path.Combine(AppContext.BaseDirectory, "locales"), Reload: false), settings.Locales);
        Assert.Null(settings.Telegram);
        Assert.Null(settings.Notice);
        Assert.Equal(Volume.Normal, settings.Volume);
    }

    [Fact]
    public void Backups_need_a_key_and_a_folder_and_whoever_sets_one_of_them_is_told_of_the_other()
    {
        var (publicKey, _, _) = PaperKey.Make(System.Security.Cryptography.RandomNumberGenerator.Fill, SheetKind.Backup);
        var key = Convert.ToBase64String(publicKey);
        Assert.Null(Good().Backup);
        Assert.Equal(Path.GetFullPath("nights"), Good(("Backup:Key", key), ("Backup:Folder", "nights")).Backup!.Folder);
        foreach (var (settings, why) in new (string, string?)[][] { [("Backup:Key", key)], [("Backup:Folder", "nights")], [("Backup:Key", key[..^4]), ("Backup:Folder", "nights")], [("Backup:Key", ""), ("Backup:Folder", "nights")], [("Backup:Key", key), ("Backup:Folder", "")] }
            .Zip(["Backup__Folder is missing", "Backup__Key is missing", "Backup__Key is no public key", "Backup__Key is no public key", "Backup__Folder is empty"]))
            Assert.StartsWith(why, Assert.Single(Read(settings).Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_few_report_everything_can_appear_by_quarter() => Assert.Equal(Volume.Low, Good(("Publications:Volume", "low")).Volume);

    [Fact]
    public void The_moderators_group_hears_at_most_every_half_hour_unless_told_otherwise()
    {
        (string, string?)[] chat = [("Telegram:Token", Token), ("Console:Notice:Chat", "-1001234567890")];
        Assert.Equal(new NoticeOptions(-1001234567890, TimeSpan.FromMinutes(30)), Good(chat).Notice);
        Assert.Equal(TimeSpan.FromMinutes(5), Good([.. chat, ("Console:Notice:Every", "5")]).Notice!.Every);
        Assert.DoesNotContain("1001234567890", $"{Good(chat)}", StringComparison.Ordinal);
    }

    [Fact]
    public void The_moderators_group_hears_the_language_of_the_house() => Assert.Equal(
        [NoticeTongue.En, NoticeTongue.En, NoticeTongue.Ru],
        from language in new[] { null, "en", "ru" }
        select Good(("Telegram:Token", Token), ("Console:Notice:Chat", "-1001234567890"), ("Console:Notice:Language", language)).Notice!.Tongue);

    [Fact]
    public void Words_and_facts_are_read_anew_where_asked_for() =>
        Assert.Equal(new LocalesOptions("/home/me/locales", Reload: true), Good(("Locales:Path", "/home/me/locales"), ("Locales:Reload", "true")).Locales);

    [Theory]
    [InlineData("Console:Notice:Every", "4", "Console__Notice__Every: “4”", "5 or more")]
    [InlineData("Console:Notice:Every", "often", "Console__Notice__Every: “often”", "5 or more")]
    [InlineData("Console:Notice:Language", "uz", "Console__Notice__Language: “uz”", "Write en or ru")]
    [InlineData("Console:Notice:Language", "", "Console__Notice__Language: “”", "Write en or ru")]
    [InlineData("Console:Notice:Chat", "1234567", "Console__Notice__Chat is not the number of a group", "negative")]
    [InlineData("Console:Notice:Chat", "-1001234567", "Telegram__Token is missing", "Write its token")]
    [InlineData("Roles", "", "Roles: ", "Write all, or some of")]
    [InlineData("Roles", "chats", "Roles: “chats”", "Write all, or some of")]
    [InlineData("Roles", "chat,7", "Roles: “7”", "Write all, or some of")]
    [InlineData("Roles", "bot", "Telegram__Token is missing", "@BotFather")]
    [InlineData("URLS", "8080", "ASPNETCORE_URLS: “8080”", "http://localhost:8080")]
    [InlineData("URLS", "localhost:8080", "ASPNETCORE_URLS: “localhost:8080”", "http://localhost:8080")]
    [InlineData("URLS", "", "ASPNETCORE_URLS: “”", "http://localhost:8080")]
    [InlineData("Publications:Volume", "high", "Publications__Volume: “high”", "Write normal, or low")]
    [InlineData("Locales:Reload", "yes", "Locales__Reload: “yes”", "Write true or false.")]
    [InlineData("Keys:Root", "", "Keys__Root is no public key", "keys root FILE")]
    [InlineData("Keys:Root", "BAAA", "Keys__Root is no public key", "leave the setting out for a trial")]
    [InlineData("Database:Provider", "mysql", "Database__Provider: “mysql”", "Write sqlite or postgres.")]
    [InlineData("Database:Provider", "postgres", "Database__ConnectionString is missing", "Host=")]
    [InlineData("Console:PublicAddress", "desk.example.org", "Console__PublicAddress: ", "https://desk.example.org")]
    [InlineData("Console:PublicAddress", "http://desk.example.org", "Console__PublicAddress: ", "https://desk.example.org")]
    [InlineData("Console:PublicAddress", "https://192.0.2.7", "Console__PublicAddress: ", "https://desk.example.org")]
    [InlineData("Console:PublicAddress", "ftp://desk.example.org", "Console__PublicAddress: ", "https://desk.example.org")]
    [InlineData("Telegram:Token", "secret-word", "Telegram__Token does not look like a token", "@BotFather")]
    public void A_wrong_setting_names_itself_and_its_mend(string name, string value, string problem, string mend)
    {
        var (settings, refusals) = Read((name, value));
        Assert.Null(settings);
        var refusal = Assert.Single(refusals);
        Assert.StartsWith(problem, refusal, StringComparison.Ordinal);
        Assert.Contains(mend, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Telegram:Mode", "push", "Telegram__Mode: “push”", "Write polling or webhook.")]
    [InlineData("Telegram:BaseUrl", "api.telegram.org", "Telegram__BaseUrl: ", "beginning with http://")]
    [InlineData("Telegram:Webhook:Url", null, "Telegram__Webhook__Url: ", "beginning with https://")]
    [InlineData("Telegram:Webhook:Url", "http://bot.example.org", "Telegram__Webhook__Url: ", "beginning with https://")]
    [InlineData("Telegram:Webhook:Listen", "8081", "Telegram__Webhook__Listen: ", "beginning with http://")]
    [InlineData("Telegram:Webhook:Secret", null, "Telegram__Webhook__Secret is missing or wrong", "32 to 256")]
    [InlineData("Telegram:Webhook:Secret", "tooshort", "Telegram__Webhook__Secret is missing or wrong", "32 to 256")]
    [InlineData("Telegram:Webhook:Secret", "with blanks and as long as it has to be", "Telegram__Webhook__Secret is missing or wrong", "32 to 256")]
    public void A_wrong_setting_of_telegram_names_itself_and_its_mend(string name, string? value, string problem, string mend)
    {
        var (settings, refusals) = Read([.. Webhook.Where(one => one.Item1 != name), (name, value)]);
        Assert.Null(settings);
        var refusal = Assert.Single(refusals);
        Assert.StartsWith(problem, refusal, StringComparison.Ordinal);
        Assert.Contains(mend, refusal, StringComparison.Ordinal);
        Assert.All([Token, Secret, "tooshort", "with blanks"], secret => Assert.DoesNotContain(secret, refusal, StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        Assert.Equal(3, Read(("Roles", "x"), ("Database:Provider", "x"), ("Telegram:Token", "x")).Refusals.Count);

    [Theory]
    [InlineData("chat", Roles.Chat)]
    [InlineData("Chat, console", Roles.Chat | Roles.Console)]
    [InlineData("all", Roles.All)]
    public void Roles_are_named(string text, object roles) => Assert.Equal(roles, Good(("Roles", text)).Roles);

    [Theory]
    [InlineData("http://*:9000", "http://localhost:9000")]
    [InlineData("http://+:9000;http://x:1", "http://localhost:9000")]
    [InlineData("http://0.0.0.0:9000", "http://localhost:9000")]
    [InlineData("http://[::]:9000", "http://localhost:9000")]
    [InlineData("http://127.0.0.1:9000", "http://localhost:9000")]
    [InlineData("http://[::1]:9000", "http://localhost:9000")]
    [InlineData("https://desk.example.org", "https://desk.example.org")]
    public void Where_it_listens_is_where_it_is_reached(string urls, string address) =>
        Assert.Equal(new Uri(address), Good(("URLS", urls)).PublicAddress);

    [Fact]
    public void A_webhook_has_all_it_needs()
    {
        var telegram = Good(Webhook).Telegram!;
        Assert.Equal(TelegramMode.Webhook, telegram.Mode);
        Assert.Equal(new WebhookOptions(new("https://bot.example.org/telegram"), Secret, new(Settings.DefaultWebhookListen)), telegram.Webhook);
    }

    [Fact]
    public void Settings_print_no_secret()
    {
        var printed = $"{Good([.. Webhook, ("Database:Provider", "postgres"), ("Database:ConnectionString", "Host=db;Password=hush")])}";
        Assert.All([Token, Secret, "hush"], secret => Assert.DoesNotContain(secret, printed, StringComparison.Ordinal));
    }
}
