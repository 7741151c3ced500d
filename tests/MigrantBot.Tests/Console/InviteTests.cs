using MigrantBot.Console;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Console;

public sealed class InviteTests : ConsoleTest
{
    Invite Invite => Host.Get<Invite>();

    async Task<Invited.Made> Made(string handle) => Assert.IsType<Invited.Made>(await Invite.For(handle, CancellationToken.None));

    async Task<bool> Works(Uri link) =>
        await Host.Get<LinkStore>().Find(Token.Presented(link.Fragment[1..]).Hash, Host.Clock.GetUtcNow(), CancellationToken.None) is not null;

    [Fact]
    public async Task A_new_name_gets_a_link_to_enrol_for_a_day_with_the_token_where_no_server_sees_it()
    {
        var made = await Made("aziz");
        Assert.Matches("^https://console\\.example/console/enter#[A-Za-z0-9_-]{43}$", made.Link.ToString());
        Assert.Equal((true, Host.Clock.GetUtcNow() + TimeSpan.FromHours(24)), (made.IsToEnrol, made.Expires));
    }

    [Fact]
    public async Task A_moderator_gets_a_link_to_sign_in_for_ten_minutes()
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
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefg")]
    public async Task A_name_that_could_mislead_is_refused_with_what_to_do(string handle)
    {
        var refused = Assert.IsType<Invited.Refused>(await Invite.For(handle, CancellationToken.None));
        Assert.Contains("keys invite aziz", refused.Message, StringComparison.Ordinal);
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

    [Fact]
    public async Task Neither_link_nor_token_prints_by_accident()
    {
        var made = await Made("aziz");
        Assert.DoesNotContain(made.Link.Fragment[1..], $"{made}", StringComparison.Ordinal);
        Assert.Equal("…", Token.Fresh().ToString());
    }
}
