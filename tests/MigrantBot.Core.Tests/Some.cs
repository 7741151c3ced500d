using MigrantBot.Core.Awareness;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests;

/// <summary>Some valid thing of each kind.</summary>
static class Some
{
    static readonly DateOnly Day = new(2026, 11, 21);
    static readonly IReadOnlyList<Source> Sources = [new("UzDaily", new Argument.Month(2025, 12))];

    internal const string Story = "They took my passport on 12.11 and told me to sign at the station.";

    internal static readonly Draft Draft = new(UInt128.Parse("123456789012345678901234567890"), new Facets { Region = Region.Moscow });

    internal static readonly Catalogue Catalogue = new(
        [
            new Fact("law-uz", Topic.Law, Country.Uz, Sources, Day, Day) { Numbers = new Dictionary<string, string> { ["min"] = "5", ["max"] = "10" } },
            new Fact("law-kz", Topic.Law, Country.Kz, Sources, Day, Day),
            new Fact("right-refuse", Topic.Right, null, Sources, Day, Day) { ReviewedBy = "lawyer" },
            new Fact("now", Topic.Now, null, Sources, Day, Day),
        ],
        [.. Enumerable.Range(1, 8).Select(number => new CourtCase($"c{number}", Country.Uz, Sources, Day, Day))],
        [
            new Phrase("refuse", "Я не подпишу.", [NowWhat.Sign, NowWhat.Debt, NowWhat.Taken, NowWhat.Passport], Sources, Day, Day),
            new Phrase("lawyer", "Мне нужен адвокат.", [NowWhat.CriminalCase, NowWhat.Deportation, NowWhat.Violence, NowWhat.Paper], Sources, Day, Day),
        ],
        [
            new Contact("kg-embassy", Country.Kg, ["+7 000 000 00 01", "+7 000 000 00 02"], null, Sources, Day, Day),
            new Contact("kg-consular", Country.Kg, [], null, Sources, Day, Day),
            new Contact("kg-third", Country.Kg, ["+7 000 000 00 03"], null, Sources, Day, Day),
            new Contact("ngo", null, [], new Uri("https://example.org"), Sources, Day, Day),
        ]);

    /// <summary>A world in which reports can be read, and each draft begins with this secret.</summary>
    internal static Context Context(UInt128 secret = default) => new(Catalogue, ReportingIsOpen: true, secret);

    /// <summary>Every place that the catalogue knows by id, and one of each other kind, in one language.</summary>
    internal static IEnumerable<Place> Places(Language language) =>
    [
        new GeneralPlace.Home(language), new GeneralPlace.Languages(language), new GeneralPlace.Clear(language),
        new AwarenessPlace.Learn(language), new AwarenessPlace.Laws(language), new AwarenessPlace.Law(language, Country.Uz),
        new AwarenessPlace.Cases(language, 1), new AwarenessPlace.Case(language, "c8"), new AwarenessPlace.Rights(language),
        new AwarenessPlace.Right(language, "right-refuse"), new AwarenessPlace.Phrases(language), new AwarenessPlace.Phrases(language, 1), new AwarenessPlace.Rights(language, 2), new AwarenessPlace.Say(language, "refuse"),
        new AwarenessPlace.Officer(language, "refuse"), new AwarenessPlace.Help(language), new AwarenessPlace.Contacts(language, Country.Kg, 1),
        new AwarenessPlace.Contacts(language, null, 0), new AwarenessPlace.Now(language),
        new AwarenessPlace.Now(language, NowWhere.MilitaryOffice, NowWhat.CriminalCase, NowSoon.Unsure),
        new AwarenessPlace.Show(language, NowWhere.MigrationCentre, NowWhat.CriminalCase, NowSoon.Unsure),
        new ReportPlace.Tell(language), new ReportPlace.Seen(language), new ReportPlace.Begin(language, Draft.Facets),
        .. Enum.GetValues<Question>().Select(question => new ReportPlace.Ask(language, question, 1, Draft)),
        new ReportPlace.Telling(language, Draft), new ReportPlace.Telling(language, Draft, Replaces: true), new ReportPlace.Preview(language, Draft),
        new ReportPlace.Send(language, Draft), new ReportPlace.Send(language, Draft, HasWords: true),
    ];
}
