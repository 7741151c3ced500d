using System.Net;
using System.Net.Http.Json;
using Dapper;
using MigrantBot.Console;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Tests.Console;

public sealed class AlikeCasesTests : ConsoleTest
{
    static readonly Facets Told = new() { Region = Region.FarEast, Methods = Methods.Deception | Methods.Violence, Site = Site.Prison, Stage = Stage.Pressed };

    DateOnly Today => DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime);

    static async Task<AlikeCases.AlikeView[]> Alike(Visitor visitor, string report)
    {
        using var answer = await visitor.Get($"{ConsolePaths.Api}/cases/{report}/alike");
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<AlikeCases.AlikeView[]>())!;
    }

    [Fact]
    public async Task Cases_of_the_same_region_and_type_within_a_week_are_offered_the_most_alike_first()
    {
        using var me = await Visitor.SignedIn(Host);
        var report = await Host.Report(Told, "words", day: Today);
        var half = await Host.Report(Told with { Region = Region.Siberia, Site = null, Methods = Methods.Violence }, "words", day: Today.AddDays(-1));
        var whole = await Host.Report(Told, "words", language: "tg", day: Today.AddDays(-7));
        await Host.Report(Told, "words", day: Today.AddDays(-8));
        await Host.Report(Told with { Region = Region.Moscow }, "words", day: Today);
        await Host.Report(Told with { Methods = Methods.Deception }, "words", day: Today);

        var alike = await Alike(me, report);

        Assert.Equal([(whole, "region place methods stage"), (half, "stage")], alike.Select(one => (one.Id, string.Join(' ', one.Same))));
        Assert.Equal(("open", Today.AddDays(-7)), (alike[0].Status, alike[0].ReceivedOn));
    }

    [Fact]
    public async Task What_has_ended_is_offered_too_and_what_is_sealed_to_others_is_not()
    {
        using var me = await Visitor.SignedIn(Host);
        using var other = await Visitor.SignedIn(Host, "m-2", "bek");
        var report = await Host.Report(Told, "words");
        var ended = await Host.Report(Told, "words");
        var theirs = await Host.Report(Told, "words", onlyTo: "m-2");
        using var claimed = await me.Post($"cases/{ended}/claim");
        using var rejected = await me.Judge(ended, "reject");
        rejected.EnsureSuccessStatusCode();

        var one = Assert.Single(await Alike(me, report));

        Assert.Equal((ended, "rejected"), (one.Id, one.Status));
        using var refused = await me.Get($"{ConsolePaths.Api}/cases/{theirs}/alike");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_case_whose_answers_were_deleted_is_like_no_other_and_no_other_like_it()
    {
        using var me = await Visitor.SignedIn(Host);
        var gone = await Host.Report(new Facets(), "words");
        var unsaid = await Host.Report(new Facets(), "words");
        await Host.Report(new Facets(), "words");
        Assert.Equal(2, (await Alike(me, unsaid)).Length);

        await Host.Database.Write((connection, transaction) => connection.ExecuteAsync("DELETE FROM report_facets WHERE report_id = @gone", new { gone }, transaction), CancellationToken.None);

        Assert.Empty(await Alike(me, gone));
        Assert.DoesNotContain(gone, (await Alike(me, unsaid)).Select(one => one.Id));
    }

    [Fact]
    public async Task At_most_eight_are_offered()
    {
        using var me = await Visitor.SignedIn(Host);
        var report = await Host.Report(Told, "words");
        for (var number = 0; number < 9; number++)
            await Host.Report(Told, "words");
        Assert.Equal(8, (await Alike(me, report)).Length);
    }
}
