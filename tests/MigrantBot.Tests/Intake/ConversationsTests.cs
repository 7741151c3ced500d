using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Intake;

namespace MigrantBot.Tests.Intake;

public sealed class ConversationsTests : IAsyncLifetime
{
    const long Chat = 77;
    const string Story = "Ular pasportimni olishdi.";

    IntakeHome intake = null!;

    public async Task InitializeAsync() => intake = await IntakeHome.Open();

    public async Task DisposeAsync() => await intake.DisposeAsync();

    static ReportPlace.Send Send(ReportPlace.Telling telling) => new(telling.Language, telling.Draft);

    [Fact]
    public async Task What_the_screen_quotes_goes_before_what_memory_holds()
    {
        var telling = IntakeHome.Telling(1);
        await intake.Press(telling, Chat);
        await intake.Type(Story, Chat);

        var preview = await intake.Ask(new Incoming.Opened(), new ReportPlace.Preview(telling.Language, telling.Draft), Chat, new Words("confirmed"));

        Assert.Equal(new Words("confirmed"), preview.Quote);
    }

    [Fact]
    public async Task Words_typed_in_a_chat_are_sealed_with_the_answers_when_it_sends()
    {
        var telling = IntakeHome.Telling(1);
        await intake.Press(telling, Chat);
        var preview = await intake.Type(Story, Chat);
        Assert.Equal(Story, preview.Quote!.Reveal());
        var sent = await intake.Press(Send(telling), Chat);
        Assert.Equal("sent.heading", sent.Lines[0].Key);
        var report = Assert.Single(await intake.Reader.Read(intake.Database));
        Assert.Equal(Story, report.GetProperty("text").GetString());
        Assert.Equal("self", report.GetProperty("facets").GetProperty("who").GetString());
    }

    [Fact]
    public async Task A_second_send_stores_nothing_more()
    {
        var telling = IntakeHome.Telling(2);
        await intake.Press(Send(telling), Chat);
        await intake.Press(Send(telling), Chat);
        Assert.Equal((1, 1), (await intake.Count("reports"), await intake.Count("envelopes")));
    }

    [Fact]
    public async Task What_is_stored_can_be_matched_to_no_button_without_the_pepper()
    {
        var telling = IntakeHome.Telling(UInt128.MaxValue);
        await intake.Press(Send(telling));
        var code = PlaceCode.Write(Send(telling));
        var ids = await intake.Database.Read(
            connection => Dapper.SqlMapper.QueryAsync<string>(connection, "SELECT id FROM reports"), CancellationToken.None);
        Assert.DoesNotContain(Assert.Single(ids), code, StringComparison.Ordinal);
        Assert.DoesNotContain("ffff", ids.Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task While_nobody_can_read_nothing_is_stored()
    {
        await intake.Leave();
        await intake.Look();
        var screen = await intake.Press(Send(IntakeHome.Telling(3)));
        Assert.Equal("closed.heading", screen.Lines[0].Key);
        Assert.Equal(0, await intake.Count("reports"));
    }

    [Fact]
    public async Task When_the_last_reader_leaves_before_the_tap_the_answer_says_closed_and_leads_home()
    {
        var telling = IntakeHome.Telling(4);
        await intake.Press(telling, Chat);
        await intake.Type(Story, Chat);
        await intake.Leave();
        var screen = await intake.Press(Send(telling), Chat);
        Assert.Equal("closed.heading", screen.Lines[0].Key);
        Assert.Contains(screen.Navigation, button => button.Target is Target.To { Place: GeneralPlace.Home });
        Assert.Equal(0, await intake.Count("reports"));
    }

    [Fact]
    public async Task A_chat_is_remembered_for_half_an_hour_after_its_last_turn()
    {
        await intake.Press(IntakeHome.Telling(5), Chat);
        intake.Time.Advance(TimeSpan.FromMinutes(29));
        await intake.Type(Story, Chat);
        intake.Time.Advance(TimeSpan.FromMinutes(29));
        var together = await intake.Type("Yana.", Chat);
        Assert.Equal($"{Story}\nYana.", together.Quote!.Reveal());

        intake.Time.Advance(TimeSpan.FromMinutes(30));
        var lost = await intake.Type("Yana.", Chat);
        Assert.Equal(("hint.lost", "Yana."), (lost.Lines[0].Key, lost.Quote!.Reveal()));
    }

    [Fact]
    public async Task Chats_know_nothing_of_each_other()
    {
        await intake.Press(IntakeHome.Telling(6), Chat);
        await intake.Type(Story, Chat);
        await intake.Press(IntakeHome.Telling(6), Chat + 1);
        var other = await intake.Type("Boshqa.", Chat + 1);
        Assert.Equal("Boshqa.", other.Quote!.Reveal());
    }

    [Fact]
    public async Task Without_a_chat_nothing_is_remembered()
    {
        var telling = IntakeHome.Telling(7);
        Assert.NotNull((await intake.Ask(new Incoming.Typed(new(Story)), telling)).Quote);
        Assert.Null((await intake.Press(telling)).Kept);
    }

    [Fact]
    public async Task At_most_20000_chats_are_remembered_and_the_oldest_goes_first()
    {
        await intake.Press(IntakeHome.Telling(8), Chat);
        for (var other = 1; other < 20_000; other++)
            await intake.Press(new GeneralPlace.Home(Language.Tajik), Chat + other);
        Assert.NotEqual("hint.lost", (await intake.Type(Story, Chat)).Lines[0].Key);
        for (var other = 1; other <= 20_000; other++)
            await intake.Press(new GeneralPlace.Home(Language.Tajik), Chat + other);
        Assert.Equal("hint.lost", (await intake.Type(Story, Chat)).Lines[0].Key);
    }

    [Theory]
    [InlineData("uz", "uz")]
    [InlineData("uz-Cyrl", "uz-Cyrl")]
    [InlineData("ky-KG", "ky")]
    [InlineData("de", null)]
    [InlineData("", null)]
    public async Task The_language_of_the_app_is_a_guess_for_the_first_screen(string hint, string? language)
    {
        var asked = new Asked(new Incoming.Command("now")) { Chat = ChatKey.Of(Chat), LanguageHint = hint };
        var screen = await intake.Conversations.Answer(asked, RealWords.Catalogue, CancellationToken.None);
        Assert.Equal(language ?? "ru", screen.Place.Language.Code);
        Assert.Equal(language is null, screen.Place is GeneralPlace.Languages);
    }

    /// <summary>In development the facts change under an open chat.</summary>
    [Fact]
    public async Task Who_was_at_a_place_that_is_gone_is_at_home()
    {
        var at = $"1.uz.say.{RealWords.Catalogue.Phrases[0].Id}";
        await intake.Conversations.Answer(new(new Incoming.Opened()) { Chat = ChatKey.Of(Chat), Code = at }, RealWords.Catalogue, CancellationToken.None);
        var emptied = RealWords.Catalogue with { Phrases = [] };

        var typed = new Asked(new Incoming.Typed(new("nima?"))) { Chat = ChatKey.Of(Chat) };
        Assert.IsType<GeneralPlace.Home>(intake.Conversations.Apologise(typed, emptied).Place);
        Assert.IsType<GeneralPlace.Home>((await intake.Conversations.Answer(typed, emptied, CancellationToken.None)).Place);
    }

    [Fact]
    public async Task An_apology_leads_back_to_where_the_person_was()
    {
        var telling = IntakeHome.Telling(9);
        await intake.Press(telling, Chat);
        var apology = intake.Conversations.Apologise(new(new Incoming.Typed(new(Story))) { Chat = ChatKey.Of(Chat) }, RealWords.Catalogue);
        Assert.Equal(new Target.To(telling), apology.Buttons.Single().Target);
    }

    [Fact]
    public void What_was_asked_prints_nothing_of_the_person()
    {
        var asked = new Asked(new Incoming.Typed(new(Story))) { Chat = ChatKey.Of(Chat), Code = "1.uz.home", Told = new(Story), LanguageHint = "uz" };
        Assert.Equal("Typed", $"{asked}");
        Assert.DoesNotContain(Story, $"{asked.Incoming} {asked.Told}", StringComparison.Ordinal);
    }
}
