using MigrantBot.Core.Awareness;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests;

/// <summary>Some valid thing of each kind.</summary>
static class Some
{
    internal static readonly DateOnly Day = new(2026, 11, 21);
    static readonly IReadOnlyList<Source> Sources = [new("UzDaily", new Argument.Month(2025, 12))];

    internal const string Story = "They took my passport on 12.11 and told me to sign at the station.";

    internal static readonly Draft Draft = new(UInt128.Parse("123456789012345678901234567890"), new Facets { Region = Region.Moscow });

    internal static readonly Catalogue Catalogue = new(
        [
            new Fact("law-uz", Topic.Laws, HasDetail: true, Sources, Day, Day)
            {
                Countries = [Country.Uz], See = ["c1", "refuse"], Numbers = new Dictionary<string, string> { ["min"] = "5", ["max"] = "10" },
            },
            new Fact("law-kz", Topic.Laws, HasDetail: false, Sources, Day, Day) { Countries = [Country.Kz] },
            new Fact("law-rest", Topic.Laws, HasDetail: false, Sources, Day, Day) { Countries = [Country.Kg, Country.Tj] },
            new CourtCase("k1", Sources, Day, Day) { Countries = [Country.Kz] },
            .. Enumerable.Range(1, 8).Select(number => new CourtCase($"c{number}", Sources, Day, Day) { Countries = [Country.Uz] }),
            new Refusal("r1", Sources, Day, Day) { Countries = [Country.Tj] },
            .. from topic in Enum.GetValues<Topic>()
               where topic is Topic.Numbers or Topic.Rules or Topic.Happened or Topic.Rights
               select new Fact($"{Code.Of(topic)}-1", topic, HasDetail: false, Sources, Day, Day),
            new Fact("rule-patent", Topic.Rules, HasDetail: false, Sources, Day, Day) { Countries = [Country.Uz, Country.Tj] },
            new Fact("right-refuse", Topic.Rights, HasDetail: false, Sources, Day, Day) { ReviewedBy = "lawyer" },
            .. Topics.Situations.Select(situation => new Pattern($"p-{Code.Of(situation)}", situation, Sources, Day, Day)),
        ],
        [
            new Phrase("refuse", "Я не подпишу.", [NowWhat.Sign, NowWhat.Debt, NowWhat.Taken, NowWhat.Passport], Sources, Day, Day),
            new Phrase("lawyer", "Мне нужен адвокат.", [NowWhat.CriminalCase, NowWhat.Deportation, NowWhat.Violence, NowWhat.Paper], Sources, Day, Day),
        ],
        [
            new Contact("kg-embassy", Country.Kg, ["+7 000 000 00 01", "+7 000 000 00 02"], null, Sources, Day, Day) { Areas = [Area.Moscow] },
            new Contact("kg-consular", Country.Kg, [], null, Sources, Day, Day),
            new Contact("kg-urals", Country.Kg, ["+7 000 000 00 03"], null, Sources, Day, Day) { Areas = [Area.Urals] },
            new Contact("ngo", null, [], new Uri("https://example.org"), Sources, Day, Day) { HasWarning = true },
        ],
        new Basis("now", Sources, Day, Day))
    {
        Recordings = new HashSet<Recording> { new(Language.Tajik, "law-uz"), new(Language.Tajik, "refuse") },
    };

    /// <summary>A world in which reports can be read, and each draft begins with this secret.</summary>
    internal static Context Context(UInt128 secret = default) => new(Catalogue, Day, ReportingIsOpen: true, secret) { ReceiptOf = ReceiptOf, Found = Report };

    /// <summary>What there is under a receipt, with a reply.</summary>
    internal static readonly Found.Case Report = new(Standing.Waiting, Day, Day.AddDays(3), Day.AddDays(180), [new("0123abcd0123abcd", Day, new("We read it."))], ReplyWasLost: false);

    internal static readonly Receipt OneReceipt = Receipt.Of(4_821_093_755_661_204_887);

    /// <summary>Stands in for the pepper: some receipt, another one for another secret.</summary>
    internal static Receipt ReceiptOf(UInt128 secret) => Receipt.Of((secret + 1) * 271_828_182_845_904_523 % Receipt.Numbers);

    /// <summary>Everybody to whom a page can speak.</summary>
    internal static IEnumerable<Reader> Readers =>
        from language in Language.All
        from citizenship in Enum.GetValues<Country>().Select(country => (Country?)country).Prepend(null)
        select new Reader(language, citizenship);

    /// <summary>Every place that the catalogue knows by id, and one of each other kind, for one reader.</summary>
    internal static IEnumerable<Place> Places(Reader reader) =>
    [
        new GeneralPlace.Home(reader), new GeneralPlace.Languages(reader), new GeneralPlace.Clear(reader),
        new AwarenessPlace.Learn(reader), new AwarenessPlace.Topics(reader), new AwarenessPlace.Situations(reader),
        .. Enum.GetValues<Topic>().Select(topic => new AwarenessPlace.List(reader, topic)), new AwarenessPlace.List(reader, Topic.Cases, 1),
        .. Catalogue.Cards.Select(card => new AwarenessPlace.Card(reader, card.Id)),
        new AwarenessPlace.Phrases(reader), new AwarenessPlace.Phrases(reader, 1), new AwarenessPlace.Say(reader, "refuse"), new AwarenessPlace.Officer(reader, "refuse"),
        .. reader.Language == Language.Tajik ? [new AwarenessPlace.Listen(reader, "law-uz"), new AwarenessPlace.Listen(reader, "refuse")] : Array.Empty<Place>(),
        new AwarenessPlace.Help(reader), new AwarenessPlace.Offices(reader, null), new AwarenessPlace.Offices(reader, Area.NorthWest, 1),
        new AwarenessPlace.Organisations(reader), new AwarenessPlace.Now(reader), new AwarenessPlace.Now(reader, NowWhere.Police),
        new AwarenessPlace.Now(reader, NowWhere.MilitaryOffice, NowWhat.CriminalCase, NowSoon.Unsure),
        new AwarenessPlace.Show(reader, NowWhere.MigrationCentre, NowWhat.CriminalCase, NowSoon.Unsure),
        new ReportPlace.Tell(reader), new ReportPlace.Seen(reader), new ReportPlace.Begin(reader, Draft.Facets),
        .. Enum.GetValues<Question>().Select(question => new ReportPlace.Ask(reader, question, 1, Draft)),
        new ReportPlace.Telling(reader, Draft), new ReportPlace.Telling(reader, Draft, Replaces: true), new ReportPlace.Preview(reader, Draft),
        new ReportPlace.Send(reader, Draft), new ReportPlace.Send(reader, Draft, Told.Words), new ReportPlace.Send(reader, Draft, Told.Names), new ReportPlace.Send(reader, Draft, WithReceipt: true),
        new ReportPlace.Send(reader, Draft, Told.Names, WithReceipt: true), new ReportPlace.Preview(reader, Draft, KeepsNames: true), new ReportPlace.Risks(reader),
        new ReceiptPlace.Enter(reader), new ReceiptPlace.Belongs(reader), new ReceiptPlace.Paper(reader, Draft.Secret), new ReceiptPlace.Copied(reader, Draft.Secret), new ReceiptPlace.Finished(reader),
        new ReceiptPlace.Mine(reader, OneReceipt), new ReceiptPlace.Answer(reader, OneReceipt, "0123abcd"), new ReceiptPlace.Read(reader, OneReceipt, "0123abcd"),
        new ReceiptPlace.More(reader, OneReceipt), new ReceiptPlace.MorePreview(reader, OneReceipt, Draft.Secret), new ReceiptPlace.MorePreview(reader, OneReceipt, Draft.Secret, KeepsNames: true),
        new ReceiptPlace.MoreSend(reader, OneReceipt, Draft.Secret), new ReceiptPlace.MoreSend(reader, OneReceipt, Draft.Secret, KeepsNames: true),
        new ReceiptPlace.Withdraw(reader, OneReceipt), new ReceiptPlace.Gone(reader, OneReceipt),
    ];
}
