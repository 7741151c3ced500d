using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using MigrantBot.Console;
using MigrantBot.Console.Passkeys;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Console;

/// <summary>What a device may say and what it may not: the framework looks, and a challenge is good once, for minutes, in one browser, for one purpose.</summary>
public sealed class PasskeyTests : ConsoleTest
{
    static async Task<HttpStatusCode> Status(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return answer.StatusCode;
    }

    [Fact]
    public async Task A_passkey_signs_in_and_counts_each_time()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        using var elsewhere = holder.Elsewhere();

        Assert.Equal(HttpStatusCode.NoContent, await Status(elsewhere.SignIn()));
        Assert.Equal(HttpStatusCode.NoContent, await Status(elsewhere.SignIn()));

        Assert.Equal(3, await Host.Database.Read(connection => connection.QuerySingleAsync<long>("SELECT sign_count FROM passkeys"), CancellationToken.None));
        Assert.Equal(DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime), Assert.Single((await elsewhere.Me()).Passkeys).UsedOn);
    }

    public static TheoryData<string> Lies =>
    [
        "wrong origin", "origin without the port", "https", "in a frame of another site", "another rpId", "nobody there", "nobody verified", "another type",
        "another challenge", "another key", "count as before", "count going back", "nobody's id", "another's id", "unknown passkey",
    ];

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_device_that_does_not_say_what_it_must_signs_nobody_in(string wrong)
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        using var other = await PasskeyHolder.Enrolled(Host, "bek");
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var thief = holder.Elsewhere();
        Authenticator.Lie lie = wrong switch
        {
            "wrong origin" => new(Origin: "https://desk.example.org"),
            "origin without the port" => new(Origin: "http://localhost"),
            "https" => new(Origin: thief.Origin.Replace("http:", "https:", StringComparison.Ordinal)),
            "in a frame of another site" => new(CrossOrigin: true),
            "another rpId" => new(RpId: "example.org"),
            "nobody there" => new(IsPresent: false),
            "nobody verified" => new(IsVerified: false),
            "another type" => new(Type: "webauthn.create"),
            "another challenge" => new(Challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
            "another key" => new(Key: stranger),
            "count as before" => new(Count: 1),
            "count going back" => new(Count: 0),
            "nobody's id" => new(Owner: new string('0', 32)),
            "another's id" => new(Owner: other.Device.Owner),
            _ => new(Id: RandomNumberGenerator.GetBytes(16)),
        };

        Assert.Equal(HttpStatusCode.Forbidden, await Status(thief.SignIn(lie)));
        Assert.Null(thief.Visitor.Cookie);
        Assert.Equal(HttpStatusCode.NoContent, await Status(thief.SignIn(new(Count: 5))));
    }

    [Fact]
    public async Task The_credential_of_a_second_account_does_not_open_the_first()
    {
        using var first = await PasskeyHolder.Enrolled(Host);
        using var second = await PasskeyHolder.Enrolled(Host, "bek");
        using var thief = second.Elsewhere();

        Assert.Equal(HttpStatusCode.Forbidden, await Status(thief.SignIn(new(Owner: first.Device.Owner))));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(thief.SignIn(new(Id: first.Device.Id))));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(thief.SignIn(new(Id: first.Device.Id, Owner: first.Device.Owner))));
    }

    public static TheoryData<string> LiesAtEnrolment => ["wrong origin", "in a frame of another site", "another rpId", "nobody there", "nobody verified", "another type", "another challenge"];

    [Theory]
    [MemberData(nameof(LiesAtEnrolment))]
    public async Task A_device_that_does_not_say_what_it_must_enrols_nobody_and_the_link_stays_good(string wrong)
    {
        var token = await Visitor.Token(Host, "aziz");
        using var holder = new PasskeyHolder(Host);
        Authenticator.Lie lie = wrong switch
        {
            "wrong origin" => new(Origin: "https://desk.example.org"),
            "in a frame of another site" => new(CrossOrigin: true),
            "another rpId" => new(RpId: "example.org"),
            "nobody there" => new(IsPresent: false),
            "nobody verified" => new(IsVerified: false),
            "another type" => new(Type: "webauthn.get"),
            _ => new(Challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        };

        Assert.Equal(HttpStatusCode.Forbidden, await Status(holder.Enrol(token, PasskeyHolder.Keys, lie)));
        Assert.Empty(await Host.Get<ModeratorStore>().Recipients(CancellationToken.None));
        Assert.Equal(HttpStatusCode.NoContent, await Status(holder.Enrol(token, PasskeyHolder.Keys)));
    }

    [Fact]
    public async Task A_passkey_that_is_known_already_enrols_nobody_else()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        using var thief = holder.Elsewhere();
        Assert.Equal(HttpStatusCode.Forbidden, await Status(thief.Enrol(await Visitor.Token(Host, "bek"), PasskeyHolder.Keys)));
    }

    [Fact]
    public async Task A_challenge_that_was_answered_is_answered_never_again()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        using var browser = holder.Elsewhere();
        var options = await browser.Options("passkeys/options");
        var waiting = browser.Visitor.Ceremony;
        var shown = new { credential = browser.Device.Use(options, browser.Origin) };
        Assert.Equal(HttpStatusCode.NoContent, await Status(browser.Visitor.Post("passkeys/sign-in", shown)));

        using var thief = holder.Elsewhere();
        thief.Visitor.Ceremony = waiting;
        Assert.Equal(HttpStatusCode.Forbidden, await Status(thief.Visitor.Post("passkeys/sign-in", shown)));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(thief.Visitor.Post("passkeys/sign-in", new { credential = thief.Device.Use(options, thief.Origin) })));
    }

    [Fact]
    public async Task A_wrong_answer_uses_the_challenge_up_too()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        using var browser = holder.Elsewhere();
        var options = await browser.Options("passkeys/options");
        var waiting = browser.Visitor.Ceremony;
        var wrong = new { credential = browser.Device.Use(options, browser.Origin, new(IsVerified: false)) };
        Assert.Equal(HttpStatusCode.Forbidden, await Status(browser.Visitor.Post("passkeys/sign-in", wrong)));

        browser.Visitor.Ceremony = waiting;
        Assert.Equal(HttpStatusCode.Forbidden, await Status(browser.Visitor.Post("passkeys/sign-in", new { credential = browser.Device.Use(options, browser.Origin) })));
    }

    [Fact]
    public async Task Ten_answers_to_one_challenge_at_once_open_one_session()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        var options = await holder.Options("passkeys/options");
        var credential = holder.Device.Use(options, holder.Origin);
        var browsers = Enumerable.Range(0, 10).Select(_ => new Visitor(Host) { Ceremony = holder.Visitor.Ceremony }).ToList();

        var answers = await Task.WhenAll(browsers.Select(browser => Status(browser.Post("passkeys/sign-in", new { credential }))));

        Assert.Single(answers, HttpStatusCode.NoContent);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task A_challenge_lives_for_five_minutes()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        var options = await holder.Options("passkeys/options");
        Host.Clock.Advance(Ceremonies.Lifetime);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(holder.Visitor.Post("passkeys/sign-in", new { credential = holder.Device.Use(options, holder.Origin) })));
    }

    [Fact]
    public async Task A_challenge_is_bound_to_the_browser_that_asked_for_it()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        var options = await holder.Options("passkeys/options");
        using var thief = holder.Elsewhere();
        var shown = new { credential = thief.Device.Use(options, thief.Origin) };
        Assert.Equal(HttpStatusCode.Forbidden, await Status(thief.Visitor.Post("passkeys/sign-in", shown)));

        await thief.Options("passkeys/options");
        Assert.Equal(HttpStatusCode.Forbidden, await Status(thief.Visitor.Post("passkeys/sign-in", shown)));
    }

    [Fact]
    public async Task A_challenge_for_registering_signs_nobody_in()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        var options = await holder.Options("me/passkeys/options");
        var asked = System.Text.Json.JsonSerializer.SerializeToElement(new { rpId = "localhost", challenge = options.GetProperty("challenge").GetString() });
        Assert.Equal(HttpStatusCode.Forbidden, await Status(holder.Visitor.Post("passkeys/sign-in", new { credential = holder.Device.Use(asked, holder.Origin) })));
    }

    [Fact]
    public async Task A_challenge_for_a_passkey_of_ones_own_enrols_nobody()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        var token = await Visitor.Token(Host, "bek");
        using var device = new Authenticator();
        var credential = device.Make(await holder.Options("me/passkeys/options"), holder.Origin);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(holder.Visitor.Post("links/enrol", new { token, credential, keys = PasskeyHolder.Keys })));
    }

    [Fact]
    public async Task The_passkey_of_somebody_who_was_removed_is_dead()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        await Host.Database.Write((connection, transaction) =>
            connection.ExecuteAsync("UPDATE moderators SET status = 'removed'", transaction: transaction), CancellationToken.None);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(holder.SignIn()));
    }

    [Fact]
    public async Task What_the_browser_is_asked_for_is_a_passkey_that_knows_its_owner_and_tells_nothing_of_the_device()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        var make = await holder.Options("me/passkeys/options");
        var selection = make.GetProperty("authenticatorSelection");
        Assert.Equal(
            ("localhost", "none", "required", "required"),
            (make.GetProperty("rp").GetProperty("id").GetString(), make.GetProperty("attestation").GetString(),
             selection.GetProperty("residentKey").GetString(), selection.GetProperty("userVerification").GetString()));
        Assert.Equal(1, make.GetProperty("excludeCredentials").GetArrayLength());

        var use = await holder.Options("passkeys/options");
        Assert.Equal(("localhost", "required"), (use.GetProperty("rpId").GetString(), use.GetProperty("userVerification").GetString()));
        Assert.Equal(0, use.GetProperty("allowCredentials").GetArrayLength());
    }

    [Fact]
    public async Task The_database_keeps_no_token_and_of_the_device_only_what_signing_in_needs()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        await holder.Options("passkeys/options");
        var hash = await Host.Database.Read(connection => connection.QuerySingleAsync<string>("SELECT token_hash FROM ceremonies"), CancellationToken.None);
        Assert.DoesNotContain(hash, holder.Visitor.Ceremony, StringComparison.Ordinal);

        var data = await Host.Database.Read(connection => connection.QuerySingleAsync<byte[]>("SELECT data FROM passkeys"), CancellationToken.None);
        Assert.Matches("^\\{\"PublicKey\":\"[^\"]+\",\"Transports\":\\[\"internal\"\\],\"IsUserVerified\":true,\"IsBackupEligible\":false,\"IsBackedUp\":false\\}$", Encoding.UTF8.GetString(data));
    }

    [Fact]
    public async Task Whoever_asks_for_challenges_without_end_fills_nothing_and_keeps_nobody_out()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        await Host.Database.Write((connection, transaction) => connection.ExecuteAsync(
            "INSERT INTO ceremonies (token_hash, kind, state, expires_at) VALUES (@hash, 'sign-in', '', @soon)",
            Enumerable.Range(0, CeremonyStore.MostSignIns).Select(number => new { hash = $"h{number}", soon = Host.Clock.GetUtcNow().AddSeconds(60 + number / 100).ToUnixTimeMilliseconds() }),
            transaction), CancellationToken.None);

        Assert.Equal(HttpStatusCode.NoContent, await Status(holder.SignIn()));

        Assert.Equal(CeremonyStore.MostSignIns - 1, await Host.Database.Read(connection => connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM ceremonies WHERE kind = 'sign-in'"), CancellationToken.None));
    }

    [Fact]
    public async Task The_cookie_of_a_challenge_is_of_this_host_only_and_lives_as_long_as_the_challenge()
    {
        using var http = new HttpClient { BaseAddress = Host.Address };
        using var visitor = new Visitor(Host);
        using var request = visitor.FromPage(new HttpRequestMessage(HttpMethod.Post, $"{ConsolePaths.Api}/passkeys/options")
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/json"),
        });
        using var answer = await http.SendAsync(request);
        Assert.Matches("^__Host-mb-passkey=[A-Za-z0-9_-]{43}; max-age=300; path=/; secure; samesite=strict; httponly$", answer.Headers.GetValues("Set-Cookie").Single());
    }
}
