using MigrantBot.Backups;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Tests.Intake;

namespace MigrantBot.Tests.Backups;

/// <summary>What an operator tries each half year: is a house that was put back the same house, to a reporter and to a moderator?</summary>
public sealed class RestoreDrillTests
{
    const long Phone = 7;

    [Fact]
    public async Task After_a_restore_the_receipt_finds_its_report_and_the_moderators_key_opens_the_words()
    {
        using var vault = new Vault { Time = new() };
        await using var lost = await IntakeHome.Open();
        var telling = IntakeHome.Telling(41);
        await lost.Press(telling, Phone);
        await lost.Type("Ular pasportimni olishdi.", Phone);
        var sent = await lost.Press(new ReportPlace.Send(telling.Language, telling.Draft, WithReceipt: true), Phone);
        var receipt = Receipt.Read(sent.Covered!.Reveal())!;
        var file = await vault.Made(lost.Database);

        await using var found = await IntakeHome.Open(withReader: false);
        await vault.Restored(found.Database, file, "m-1");
        await found.Look();

        var mine = await found.Ask(new Incoming.Typed(new(receipt.Grouped)), new ReceiptPlace.Enter(Language.UzbekLatin));
        Assert.Contains(mine.Lines, line => line.Key == "mine.standing.waiting");
        Assert.Equal("Ular pasportimni olishdi.", Assert.Single(await lost.Reader.Read(found.Database)).GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("f --sheet-a a --sheet-b b", true)]
    [InlineData("f --sheet-b b --older-than-promised --sheet-a a --pepper-is-lost --team x,y", true)]
    [InlineData("f --sheet-a a", false)]
    [InlineData("--sheet-a a --sheet-b b", false)]
    [InlineData("f --sheet-a a --sheet-b b --force", false)]
    [InlineData("f --sheet-a a --sheet-b b --team", false)]
    public void What_is_asked_in_another_way_is_not_done(string words, bool isUnderstood) => Assert.Equal(isUnderstood, RestoreOrder.Read(words.Split(' ')) is not null);

    [Fact]
    public void Names_of_the_team_are_joined_by_commas() =>
        Assert.Equal(["amina", "bek"], RestoreOrder.Read(["f", "--sheet-a", "a", "--sheet-b", "b", "--team", "amina, bek,"])!.Team!);
}
