using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>The question of which country one is a citizen; the answer rides in every button from then on.</summary>
static class CountryScreens
{
    internal static Screen Ask(AwarenessPlace.Learn at) =>
        Ask(at, "learn.first", new Button("country.another", new AwarenessPlace.Topics(at.Reader)), null);

    internal static Screen Ask(AwarenessPlace.List at) => Ask(at, "learn.first", null, new AwarenessPlace.Topics(at.Reader));

    internal static Screen Ask(AwarenessPlace.Help at) =>
        Ask(at, "help.honest", new Button("help.everybody", new AwarenessPlace.Organisations(at.Reader)), null);

    internal static Screen Ask(AwarenessPlace.Offices at) => Ask(at, "help.honest", null, new AwarenessPlace.Help(at.Reader));

    /// <summary>Leads back to the question from where a citizenship has been said.</summary>
    internal static Button Change(AwarenessPlace at) => new("button.country", at with { Reader = at.Reader.Language });

    static Screen Ask(AwarenessPlace at, string first, Button? other, Place? back) =>
        new(at, [new(LineStyle.Text, first), new(LineStyle.Heading, "country.question")],
        [
            .. Enum.GetValues<Country>().Select(country =>
                new Button($"country.{Code.Of(country)}", at with { Reader = at.Reader with { Citizenship = country } })),
            .. other is null ? Array.Empty<Button>() : [other],
        ])
        {
            Back = back,
        };
}
