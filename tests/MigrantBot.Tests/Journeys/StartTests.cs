using System.Net;
using System.Net.Sockets;
using MigrantBot.Tests.Emulator;

namespace MigrantBot.Tests.Journeys;

/// <summary>What an operator meets when a start goes well, and when it cannot.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task It_writes_nothing_but_its_database_and_its_pepper()
    {
        await using var premises = await Premises.Open();
        await premises.Running.Says("The web chat is at");

        var tmp = Path.Combine(premises.Folder, "tmp");
        Assert.All(
            Directory.EnumerateFiles(premises.Folder, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(tmp, StringComparison.Ordinal)),
            file => Assert.StartsWith(Path.Combine(premises.Folder, "data"), file, StringComparison.Ordinal));
        Assert.DoesNotContain("DataProtection", premises.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_root_key_the_log_says_what_a_trial_is()
    {
        await using var premises = await Premises.Open();
        await premises.Running.Says("The web chat is at");

        Assert.Contains("This is a trial: whoever can write to the database can enrol himself", premises.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named_with_its_mend()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (code, printed) = await Refused(("ASPNETCORE_URLS", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}"));

        Assert.Equal(2, code);
        Assert.Contains("or let ASPNETCORE_URLS name another port", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "8080", "ASPNETCORE_URLS: “8080” is no address")]
    [InlineData("ASPNETCORE_URLS", "http://localhost:0;", "ASPNETCORE_URLS: “http://localhost:0;” is no address")]
    [InlineData("Pepper__File", "", "Pepper__File: ")]
    [InlineData("Roles", "bot", "Telegram__Token is missing")]
    [InlineData("Keys__Root", "BJg9", "Keys__Root is no public key")]
    public async Task A_setting_that_cannot_be_is_named_with_its_mend(string name, string value, string said)
    {
        var (code, printed) = await Refused((name, value));

        Assert.Equal(2, code);
        Assert.Contains(said, printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_Telegram_does_not_know_ends_it_with_the_mend()
    {
        await using var telegram = await BotApiEmulator.Start();
        var (code, printed) = await Refused(
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("Telegram__BaseUrl", telegram.BaseUrl.ToString()), ("Telegram__Token", "7000000001:wrong-and-secret"));

        Assert.Equal(2, code);
        Assert.Contains("Set Telegram__Token", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-and-secret", printed, StringComparison.Ordinal);
    }

    static async Task<(int Code, string Printed)> Refused(params (string Name, string Value)[] settings)
    {
        using var folder = new Storage.TemporaryFolder();
        await using var started = BotProcess.Start(folder.Root, settings.Append((Name: "HOME", Value: folder.Root)).ToDictionary(one => one.Name, one => one.Value));
        return (await started.Ended(), started.Log);
    }
}
