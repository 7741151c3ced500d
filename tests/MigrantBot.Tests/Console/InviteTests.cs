using Dapper;
using MigrantBot.Console;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Console;

public sealed class InviteTests : ConsoleTest
{
    Invite Invite => Host.Get<Invite>();

    Task<Invited> For(string handle, string role = MigrantBot.Console.Roles.Moderator) => Invite.For(handle, role, MigrantBot.Storage.Rows.AuditRow.Operator, CancellationToken.None);

    async Task<Invited.Made> Made(string handle) => Assert.IsType<Invited.Made>(await For(handle));

    async Task<bool> Works(Uri link) =>
        await Host.Get<LinkStore>().Find(Token.Presented(link.Fragment[1..]).Hash, Host.Clock.GetUtcNow(), CancellationToken.None) is not null;

    [Fact]
    public async Task A_new_name_gets_a_link_to_enrol_for_a_day_with_the_token_where_no_server_sees_it()
    {
        var made = await Made("aziz");
        Assert.Matches("^http://localhost:[0-9]+/console/enter#[A-Za-z0-9_-]{43}$", made.Link.ToString());
        Assert.Equal((true, Host.Clock.GetUtcNow() + TimeSpan.FromHours(24)), (made.IsToEnrol, made.Expires));
    }

    [Fact]
    public async Task Who_is_enrolled_gets_a_link_to_add_a_passkey_for_ten_minutes()
    {
        await Host.Get<ModeratorStore>().Insert(Some.Moderator(), CancellationToken.None);
        var made = await Made("amina");
        Assert.Equal((false, Host.Clock.GetUtcNow() + TimeSpan.FromMinutes(10)), (made.IsToEnrol, made.Expires));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("<b>")]
    [InlineData("a\u202Eb")]
    [InlineData("kаrim")]
    [InlineData("az\u200Diz")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefg")]
    public async Task A_name_that_could_mislead_is_refused_with_what_to_do(string handle)
    {
        var refused = Assert.IsType<Invited.Refused>(await For(handle));
        Assert.Contains("keys invite aziz", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_looks_like_anothers_is_refused_and_who_bears_a_doubtful_one_already_keeps_it()
    {
        await Host.Get<ModeratorStore>().Insert(Some.Moderator(), CancellationToken.None);
        await Host.Get<ModeratorStore>().Insert(Some.Moderator("m-2", "kаrim"), CancellationToken.None);

        foreach (var handle in new[] { "Amina", "AMINA", "am1na" })
            Assert.Contains("a name that looks the same", Assert.IsType<Invited.Refused>(await For(handle)).Message, StringComparison.Ordinal);
        Assert.False((await Made("kаrim")).IsToEnrol);
    }

    [Fact]
    public async Task Each_start_without_a_moderator_makes_a_fresh_first_link_and_voids_the_old()
    {
        var first = await Invite.First(CancellationToken.None);
        var second = await Invite.First(CancellationToken.None);

        Assert.True(second?.IsToEnrol);
        Assert.False(await Works(first!.Link));
        Assert.True(await Works(second!.Link));
    }

    [Fact]
    public async Task There_is_no_first_link_once_somebody_is_enrolled_or_invited_by_name()
    {
        await Made("aziz");
        Assert.Null(await Invite.First(CancellationToken.None));
        Host.Clock.Advance(Invite.ToEnrol);
        Assert.NotNull(await Invite.First(CancellationToken.None));

        await Host.Get<ModeratorStore>().Insert(Some.Moderator(), CancellationToken.None);
        Assert.Null(await Invite.First(CancellationToken.None));
    }

    [Theory]
    [InlineData("administrator", "zarina", "moderator")]
    [InlineData("king", "zarina", "There are two roles")]
    [InlineData("administrator", "amina", "amina is moderator already")]
    public async Task A_role_is_one_of_two_and_nobody_changes_theirs_by_a_link(string role, string handle, string expected)
    {
        await Host.Get<ModeratorStore>().Insert(Some.Moderator(), CancellationToken.None);
        var answer = await For(handle, role);
        Assert.Equal(handle == "zarina" && role != "king", answer is Invited.Made);
        Assert.True(answer is Invited.Made || ((Invited.Refused)answer).Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_written_down_who_invited_whom()
    {
        await For("zarina", MigrantBot.Console.Roles.Administrator);
        var row = await Host.Database.Read(connection => connection.QuerySingleAsync<AuditRow>("SELECT * FROM audit"), CancellationToken.None);
        Assert.Equal(("operator", "invite", "administrator zarina"), (row.Actor, row.Action, row.Object));
    }

    [Fact]
    public async Task Neither_link_nor_token_prints_by_accident()
    {
        var made = await Made("aziz");
        Assert.DoesNotContain(made.Link.Fragment[1..], $"{made}", StringComparison.Ordinal);
        Assert.Equal("…", Token.Fresh().ToString());
    }
}
