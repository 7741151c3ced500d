using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MigrantBot.Content;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Console;

/// <summary>Words for an answer in the reporter's language: cards to begin with, and what stands around an answer on the reporter's screen.</summary>
static class AnswerCards
{
    /// <summary>A card as it is put into the box. One that is old was to be looked at again, or rests on something that was.</summary>
    public sealed record CardView(string Id, string Title, string Text, DateOnly ReviewedOn, bool IsOld);

    public sealed record AroundView(string Heading, string Note);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("answers", Show);
        api.MapGet("preview", Preview);
    }

    static Results<Ok<IEnumerable<CardView>>, BadRequest> Show(string language, [FromServices] Edition edition, [FromServices] TimeProvider clock) =>
        Language.Find(language) is { } known
            ? TypedResults.Ok(edition.Catalogue.Answers.Select(card => View(card, known, edition, Today(clock))))
            : TypedResults.BadRequest();

    static Results<Ok<AroundView>, BadRequest> Preview(string language, [FromServices] Edition edition, [FromServices] TimeProvider clock) =>
        Language.Find(language) is { } known
            ? TypedResults.Ok(new AroundView(
                edition.Wording.Say(known, new Line(LineStyle.Heading, "answer.heading", ("day", new Argument.Day(Today(clock))))),
                edition.Wording.Say(known, "answer.beware")))
            : TypedResults.BadRequest();

    static CardView View(AnswerCard card, Language language, Edition edition, DateOnly today) => new(
        card.Id, edition.Wording.Say(language, card.Title), string.Join("\n\n", card.Paragraphs.Select(line => edition.Wording.Say(language, line))),
        card.CheckedOn, card.IsOld(today));

    static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
