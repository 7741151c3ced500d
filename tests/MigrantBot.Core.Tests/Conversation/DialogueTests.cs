using MigrantBot.Core.Awareness;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Conversation;

public class DialogueTests
{
    static readonly Words Story = new(Some.Story);

    public static TheoryData<string> Codes => [.. Some.Places(Language.Tajik).Select(PlaceCode.Write)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_place_answers_everything_that_can_come_in(string code)
    {
        var at = Places.Read(code, Some.Catalogue);
        Incoming[] all =
        [
            new Incoming.Opened(), new Incoming.Sealed(), new Incoming.Typed(Story), new Incoming.Typed(new("ok")), new Incoming.Typed(new("\u200b")),
            new Incoming.Unsupported(), new Incoming.Command("start"), new Incoming.Command("now"), new Incoming.Command("clean"), new Incoming.Command("nonsense", "x y"),
        ];
        foreach (var incoming in all)
            foreach (var open in new[] { true, false })
            {
                var screen = Dialogue.Answer(at, incoming, null, Some.Context() with { ReportingIsOpen = open }).Screen;
                Assert.NotEmpty(screen.Lines);
                Assert.InRange(screen.Buttons.Count, 0, Screen.MostButtons);
                Assert.InRange(screen.Navigation.Count, 1, 3);
                Assert.True(screen.Place is GeneralPlace.Home || screen.Navigation.Any(LeadsHome), $"{incoming} leaves no way home");
            }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Nothing_but_a_button_that_says_so_stores_or_deletes_anything(string code)
    {
        var at = Places.Read(code, Some.Catalogue)!;
        foreach (var incoming in new Incoming[] { new Incoming.Opened(), new Incoming.Typed(Story), new Incoming.Unsupported(), new Incoming.Command("now") })
            Assert.Equal(
                at is ReportPlace.Send or ReceiptPlace.MoreSend or ReceiptPlace.Read or ReceiptPlace.Gone && incoming is Incoming.Opened ? 1 : 0,
                Dialogue.Answer(at, incoming, Story, Some.Context()).Effects.Count);
    }

    [Fact]
    public void Nothing_is_stored_while_nobody_can_read_it()
    {
        var turn = Dialogue.Answer(new ReportPlace.Send(Language.Kazakh, Some.Draft), new Incoming.Opened(), Story, Some.Context() with { ReportingIsOpen = false });

        Assert.Empty(turn.Effects);
        Assert.Contains(turn.Screen.Lines, line => line.Key == "closed.heading");
    }

    [Fact]
    public void Words_are_scrubbed_again_when_they_are_sent_whatever_the_channel_quotes()
    {
        var turn = Dialogue.Answer(new ReportPlace.Send(Language.Kazakh, Some.Draft), new Incoming.Opened(), new Words("Call +7 999 123-45-67"), Some.Context());

        Assert.Equal("Call [номер]", Assert.IsType<SubmitReport>(Assert.Single(turn.Effects)).Report.Words?.Reveal());
    }

    [Fact]
    public void A_report_confirmed_with_words_is_never_sent_without_them()
    {
        var preview = Dialogue.Answer(new ReportPlace.Preview(Language.Tajik, Some.Draft), new Incoming.Opened(), Story, Some.Context()).Screen;
        var send = Assert.IsType<Target.To>(preview.Buttons[0].Target).Place;

        var forgotten = Dialogue.Answer(send, new Incoming.Opened(), null, Some.Context());
        var quoted = Dialogue.Answer(send, new Incoming.Opened(), preview.Quote, Some.Context());

        Assert.Empty(forgotten.Effects);
        Assert.IsType<ReportPlace.Preview>(forgotten.Screen.Place);
        Assert.Equal(Some.Story, Assert.IsType<SubmitReport>(Assert.Single(quoted.Effects)).Report.Words?.Reveal());
    }

    [Fact]
    public void An_apology_keeps_the_words_on_the_screen()
    {
        var send = new ReportPlace.Send(Language.Tajik, Some.Draft, Told.Words);
        var apology = Dialogue.Apology(send, Story, Some.Context());

        Assert.Equal(Story, apology.Quote);
        Assert.Equal(new Target.To(send), Assert.Single(apology.Buttons).Target);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Neither_answers_nor_words_nor_secrets_print(string code)
    {
        var place = Places.Read(code, Some.Catalogue)!;
        var context = Some.Context(Some.Draft.Secret);
        var turn = Dialogue.Answer(place, new Incoming.Opened(), Story, context);
        var printed = $"{place} {context} {turn} {turn.Screen} {string.Join(' ', turn.Effects)} {new Incoming.Command("start", Some.Story)} {new Incoming.Typed(Story)}";

        Assert.DoesNotContain(Some.Story, printed, StringComparison.Ordinal);
        Assert.DoesNotContain(Some.Draft.Secret.ToString(System.Globalization.CultureInfo.InvariantCulture), printed, StringComparison.Ordinal);
        Assert.DoesNotContain(DraftCode.Write(Some.Draft), printed, StringComparison.Ordinal);
        Assert.DoesNotContain(Some.OneReceipt.Reveal(), printed, StringComparison.Ordinal);
        Assert.DoesNotContain(Some.OneReceipt.Grouped, printed, StringComparison.Ordinal);
        Assert.DoesNotContain(DraftCode.WriteFacets(Some.Draft.Facets), printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_whole_and_left_with_the_person()
    {
        var screen = Dialogue.Answer(new ReportPlace.Telling(Language.UzbekCyrillic, Some.Draft), new Incoming.Typed(new(new string('a', Report.MostCharacters + 1))), null, Some.Context()).Screen;

        Assert.True(screen.LeavesTyped);
        Assert.True(screen.AsksForWords);
        Assert.Null(screen.Quote);
    }

    [Fact]
    public void The_same_message_twice_is_told_once()
    {
        var once = Dialogue.Answer(new ReportPlace.Telling(Language.Tajik, Some.Draft), new Incoming.Typed(Story), new("Before."), Some.Context()).Screen;
        var twice = Dialogue.Answer(once.Place, new Incoming.Typed(Story), once.Quote, Some.Context()).Screen;

        Assert.Equal($"Before.\n{Some.Story}", once.Quote?.Reveal());
        Assert.Equal(once.Quote, twice.Quote);
    }

    [Fact]
    public void The_three_answers_of_now_become_the_facets_of_a_report()
    {
        var now = new AwarenessPlace.Now(Language.Russian, NowWhere.Border, NowWhat.Violence, NowSoon.Days);
        var begin = Assert.IsType<ReportPlace.Begin>(Dialogue.Answer(now, new Incoming.Opened(), null, Some.Context()).Screen.Buttons
            .Select(button => button.Target).OfType<Target.To>().Last().Place);

        Assert.Equal(
            new Facets { Who = Who.Self, When = When.Now, Stage = Stage.Pressed, Site = Site.Border, Methods = Methods.Violence, Deadline = Deadline.Days },
            begin.Facets);
    }

    [Fact]
    public void A_person_nobody_knows_is_asked_for_his_language_in_every_language()
    {
        var screen = Dialogue.Answer(null, new Incoming.Typed(new("hello")), null, Some.Context()).Screen;

        Assert.Equal(Language.All, screen.Buttons.Select(button => button.Label.In));
    }

    [Fact]
    public void Words_told_anew_after_sending_are_another_report_and_not_a_second_tap()
    {
        var first = Dialogue.Answer(new ReportPlace.Telling(Language.Tajik, Some.Draft), new Incoming.Typed(Story), null, Some.Context(1)).Screen;
        var anew = Dialogue.Answer(new ReportPlace.Telling(Language.Tajik, Drafted(first), Replaces: true), new Incoming.Typed(new("It was otherwise.")), first.Quote, Some.Context(2)).Screen;

        Assert.NotEqual(Drafted(first).Secret, Drafted(anew).Secret);
        Assert.Equal(Some.Draft.Facets, Drafted(anew).Facets);
    }

    [Fact]
    public void An_answer_changed_after_sending_is_another_report_and_an_unchanged_one_is_not()
    {
        var asked = Dialogue.Answer(new ReportPlace.Ask(Language.Tajik, Question.Region, 0, Some.Draft), new Incoming.Opened(), Story, Some.Context(7)).Screen;
        var drafts = asked.Buttons.Select(button => ((ReportPlace)((Target.To)button.Target).Place).Carried!).Distinct().ToList();

        Assert.Contains(Some.Draft, drafts);
        Assert.Distinct(drafts.Select(draft => draft.Secret));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Words_typed_beside_a_button_make_another_draft_unless_they_were_told_before(string code)
    {
        if (Places.Read(code, Some.Catalogue) is not ReportPlace { Carried: not null } place || place is ReportPlace.Send)
            return;
        var anew = Dialogue.Answer(place, new Incoming.Opened(Story), null, Some.Context(9)).Screen;
        var again = Dialogue.Answer(place, new Incoming.Opened(Story), Story, Some.Context(9)).Screen;

        Assert.NotEqual(Some.Draft.Secret, Drafted(anew).Secret);
        Assert.Equal(Some.Draft, Drafted(again));
        Assert.All(new[] { anew, again }, screen => Assert.Equal(Story, screen.Quote ?? screen.Kept));
    }

    [Fact]
    public void Words_told_while_the_last_reader_goes_stay_with_the_person()
    {
        var closed = Dialogue.Closed(new ReportPlace.Send(Language.Tajik, Some.Draft), Story);
        var typed = Dialogue.Answer(new ReportPlace.Telling(Language.Tajik, Some.Draft), new Incoming.Typed(Story), null, Some.Context() with { ReportingIsOpen = false }).Screen;

        Assert.All(new[] { closed, typed }, screen => Assert.Equal(Story, screen.Quote));
        Assert.All(new[] { closed, typed }, screen => Assert.Equal("button.again", Assert.Single(screen.Buttons).Label.Key));
    }

    [Fact]
    public void Words_typed_while_nobody_can_read_replace_and_are_measured_as_ever_and_make_another_draft()
    {
        var closed = Some.Context(5) with { ReportingIsOpen = false };
        var reword = new ReportPlace.Telling(Language.Tajik, Some.Draft, Replaces: true);
        var replaced = Dialogue.Answer(reword, new Incoming.Typed(new("Otherwise.")), Story, closed).Screen;
        var tooLong = Dialogue.Answer(reword, new Incoming.Typed(new(new string('a', Report.MostCharacters + 1))), Story, closed).Screen;

        Assert.Equal("closed.heading", replaced.Lines[0].Key);
        Assert.Equal("Otherwise.", replaced.Quote?.Reveal());
        Assert.Equal((UInt128)5, Drafted(replaced).Secret);
        Assert.Equal(new Target.To(new ReportPlace.Preview(Language.Tajik, Some.Draft with { Secret = 5 })), Assert.Single(replaced.Buttons).Target);
        Assert.True(tooLong.LeavesTyped);
        Assert.Equal(Story, tooLong.Kept);
    }

    static Draft Drafted(Screen screen) => ((ReportPlace)screen.Place).Carried!;

    static bool LeadsHome(Button button) => button.Target is Target.To { Place: GeneralPlace.Home };
}
