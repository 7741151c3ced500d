using System.Net.Http.Json;
using Dapper;
using MigrantBot.Console;
using MigrantBot.Storage;
using MigrantBot.Tests.Journeys;

namespace MigrantBot.Tests.Console;

public sealed class AuditTrailTests : ConsoleTest
{
    static async Task<AuditTrail.View> See(Visitor visitor, long? before = null)
    {
        using var answer = await visitor.Get($"{ConsolePaths.Api}/audit{(before is null ? "" : $"?before={before}")}");
        return (await answer.Content.ReadFromJsonAsync<AuditTrail.View>())!;
    }

    async Task Append(int rows)
    {
        for (var row = 0; row < rows; row++)
            await Host.Database.Write(async (connection, transaction) =>
            {
                await Audit.Append(connection, transaction, "amina", "claim", Audit.Case($"{row:x8}ffff"), Host.Clock.GetUtcNow());
                return true;
            }, CancellationToken.None);
    }

    Task<int> Run(string sql) => Host.Database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    [Fact]
    public async Task Both_roles_see_what_was_done_and_the_head_to_note()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        await Append(AuditLog.PageSize + 5);

        var newest = await See(amina);
        var oldest = await See(amina, newest.Next);

        Assert.Equal((55, 6, 6), (newest.Rows.First().Seq, newest.Rows.Last().Seq, newest.Next));
        Assert.Equal((5, 1, null), (oldest.Rows.First().Seq, oldest.Rows.Last().Seq, oldest.Next));
        Assert.Equal((55, 64), (newest.Head.Seq, newest.Head.Hash.Length));
        Assert.Equal((true, null), (newest.IsWhole, newest.Fault));
        Assert.Equal(newest.Head, (await See(boss)).Head);
    }

    [Fact]
    public async Task Cases_cannot_be_counted_by_who_does_not_work_on_them()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        await Append(3);

        Assert.Equal(["case 00000002", "case 00000001", "case 00000000"], (await See(amina)).Rows.Select(row => row.Object));
        Assert.Equal(["case", "case", "case"], (await See(boss)).Rows.Select(row => row.Object));
    }

    [Theory]
    [InlineData("cases: 12", "cases")]
    [InlineData("m-2, cases: 3", "m-2, cases")]
    [InlineData("case 0123abcd taken out for the sheets", "case")]
    [InlineData("moderator amina", "moderator amina")]
    public async Task Neither_the_night_nor_the_operator_tells_an_administrator_how_many_cases_there_were(string written, string shown)
    {
        using var amina = await Visitor.SignedIn(Host);
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        await Host.Database.Write(async (connection, transaction) =>
        {
            await Audit.Append(connection, transaction, "system", "purge", written, Host.Clock.GetUtcNow());
            return true;
        }, CancellationToken.None);

        Assert.Equal((written, shown), ((await See(amina)).Rows.First().Object, (await See(boss)).Rows.First().Object));
    }

    [Fact]
    public async Task A_row_that_was_touched_is_named_at_once_where_it_is_shown()
    {
        using var amina = await Visitor.SignedIn(Host);
        await Append(5);
        await Run("UPDATE audit SET actor = 'karim' WHERE seq = 3");

        var seen = await See(amina);

        Assert.False(seen.IsWhole);
        Assert.Equal(new AuditTrail.FaultView("changed", 3, 3), seen.Fault);
    }

    [Fact]
    public async Task A_row_that_was_touched_long_ago_is_named_on_every_page_within_the_hour()
    {
        using var amina = await Visitor.SignedIn(Host);
        await Append(AuditLog.PageSize + 5);
        await Run("DELETE FROM audit WHERE seq IN (2, 3)");
        Assert.True((await See(amina)).IsWhole);

        await Eventually.True(
            async () =>
            {
                Host.Clock.Advance(TimeSpan.FromMinutes(7));
                return !(await See(amina)).IsWhole;
            },
            () => "Nobody has looked at the whole audit.");

        Assert.Equal(new AuditTrail.FaultView("missing", 2, 3), (await See(amina)).Fault);
    }
}
