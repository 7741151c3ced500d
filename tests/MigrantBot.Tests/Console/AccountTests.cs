using System.Net;
using System.Net.Http.Json;
using Dapper;
using MigrantBot.Console;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Console;

/// <summary>One's own passkeys and ways out, and what is written down of them.</summary>
public sealed class AccountTests : ConsoleTest
{
    static async Task<(HttpStatusCode, string?)> Answer(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        var isJson = answer.Content.Headers.ContentType?.MediaType == "application/json";
        return (answer.StatusCode, isJson ? (await answer.Content.ReadFromJsonAsync<Denied>())?.Refusal : null);
    }

    Task<IEnumerable<string>> Audit() => Host.Database.Read(
        connection => connection.QueryAsync<string>("SELECT actor || ' ' || action || ' ' || object FROM audit ORDER BY seq"), CancellationToken.None);

    [Fact]
    public async Task A_second_passkey_is_added_named_and_signs_in()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        using var phone = new Authenticator();

        Assert.Equal((HttpStatusCode.NoContent, null), await Answer(holder.Add(phone, " phone ")));

        Assert.Contains("phone", (await holder.Me()).Passkeys.Select(one => one.Name));
        using var elsewhere = new Visitor(Host);
        using var asked = await elsewhere.Post("passkeys/options");
        var credential = phone.Use(await asked.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(), holder.Origin);
        Assert.Equal((HttpStatusCode.NoContent, null), await Answer(elsewhere.Post("passkeys/sign-in", new { credential })));
    }

    [Fact]
    public async Task One_of_two_passkeys_may_go_and_the_last_one_never()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        using var phone = new Authenticator();
        (await holder.Add(phone)).Dispose();
        var first = (await holder.Me()).Passkeys.Single(one => one.Name == "").Id;

        Assert.Equal((HttpStatusCode.NoContent, null), await Answer(holder.Visitor.Post("me/passkeys/remove", new { id = first })));
        Assert.Equal(HttpStatusCode.Forbidden, (await Answer(holder.SignIn())).Item1);
        var last = Assert.Single((await holder.Me()).Passkeys).Id;
        Assert.Equal((HttpStatusCode.Conflict, "last-passkey"), await Answer(holder.Visitor.Post("me/passkeys/remove", new { id = last })));
        Assert.Single((await holder.Me()).Passkeys);
    }

    [Fact]
    public async Task Nobody_removes_the_passkey_of_another()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        using var other = await PasskeyHolder.Enrolled(Host, "bek");
        using var phone = new Authenticator();
        (await other.Add(phone)).Dispose();
        var target = (await other.Me()).Passkeys.First().Id;

        Assert.Equal(HttpStatusCode.Conflict, (await Answer(holder.Visitor.Post("me/passkeys/remove", new { id = target }))).Item1);
        Assert.Equal(2, (await other.Me()).Passkeys.Count());
    }

    [Fact]
    public async Task A_cookie_stolen_later_than_ten_minutes_after_signing_in_changes_no_passkey()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        using var phone = new Authenticator();
        (await holder.Add(phone)).Dispose();
        var credential = phone.Make(await holder.Options("me/passkeys/options"), holder.Origin);
        var id = (await holder.Me()).Passkeys.First().Id;
        Host.Clock.Advance(Sessions.FreshFor);

        foreach (var (path, content) in new (string, object)[] { ("options", new { }), ("remove", new { id }) })
            Assert.Equal((HttpStatusCode.Forbidden, "sign-in-again"), await Answer(holder.Visitor.Post($"me/passkeys/{path}", content)));
        Assert.Equal((HttpStatusCode.Forbidden, "sign-in-again"), await Answer(holder.Visitor.Post("me/passkeys", new { credential, name = "x" })));

        (await holder.SignIn()).Dispose();
        Assert.Equal((HttpStatusCode.NoContent, null), await Answer(holder.Visitor.Post("me/passkeys/remove", new { id })));
    }

    [Theory]
    [InlineData("an answer that is far longer than forty letters are")]
    [InlineData("two\nlines")]
    public async Task A_name_that_is_no_label_is_refused(string name)
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        using var phone = new Authenticator();
        Assert.Equal(HttpStatusCode.BadRequest, (await Answer(holder.Add(phone, name))).Item1);
    }

    [Fact]
    public async Task Whoever_is_signed_in_sees_who_they_are_and_what_their_keys_are_called()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        var me = await holder.Me();
        Assert.Equal(("aziz", "moderator", "uz ru"), (me.Handle, me.Role, string.Join(' ', me.Languages)));
        Assert.Equal((Fingerprint.Of(PasskeyHolder.Keys.BoxKey, PasskeyHolder.Keys.SignKey), true), (me.Fingerprint, me.IsTrial));

        using var administrator = await PasskeyHolder.Enrolled(Host, "zarina", MigrantBot.Console.Roles.Administrator);
        Assert.Null((await administrator.Me()).Fingerprint);
    }

    [Fact]
    public async Task All_of_it_is_written_down_without_a_name_that_somebody_gave_a_passkey()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        using var phone = new Authenticator();
        (await holder.Add(phone, "secret name")).Dispose();
        (await holder.SignIn()).Dispose();
        var me = await holder.Me();
        var (own, added) = (me.Passkeys.Single(one => one.Name == "").Id[..8], me.Passkeys.Single(one => one.Name != "").Id);
        (await holder.Visitor.Post("me/passkeys/remove", new { id = added })).Dispose();
        (await holder.Visitor.Post("sign-out-everywhere")).Dispose();
        using var back = new PasskeyHolder(Host);
        (await back.Return(await Visitor.Token(Host, "aziz"))).Dispose();
        var returned = (await back.Me()).Passkeys.Select(one => one.Id[..8]).Single(id => id != own);

        Assert.Equal(
            [
                "operator invite moderator aziz", $"aziz enrol moderator {me.Fingerprint}", $"aziz passkey-add passkey {added[..8]}", $"aziz sign-in passkey {own}",
                $"aziz passkey-remove passkey {added[..8]}", "aziz sign-out-everywhere sessions: 1", "operator invite moderator aziz",
                $"aziz passkey-add passkey {returned}", $"aziz sign-in passkey {returned}",
            ],
            await Audit());
    }
}
