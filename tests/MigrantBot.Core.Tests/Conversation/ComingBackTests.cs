using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Conversation;

public class ComingBackTests
{
    static readonly Words Digits = new(Some.OneReceipt.Grouped);

    [Fact]
    public void The_digits_open_the_report_also_where_nobody_knows_where_the_person_was()
    {
        Assert.Equal(Some.OneReceipt, Dialogue.Asks(null, new Incoming.Typed(Digits)));
        var screen = Dialogue.Answer(null, new Incoming.Typed(Digits), null, Some.Context()).Screen;

        Assert.Equal(new ReceiptPlace.Mine(Language.Russian, Some.OneReceipt), screen.Place);
    }

    [Fact]
    public void Digits_told_in_a_report_are_words_and_are_masked()
    {
        var telling = new ReportPlace.Telling(Language.Tajik, Some.Draft);

        Assert.Null(Dialogue.Asks(telling, new Incoming.Typed(Digits)));
        Assert.Equal(Scrubber.NumberMask, Dialogue.Answer(telling, new Incoming.Typed(Digits), null, Some.Context()).Screen.Quote?.Reveal());
    }

    [Fact]
    public void A_slip_is_seen_before_anything_is_looked_up()
    {
        var slip = new Incoming.Typed(new(Digits.Reveal().Replace('4', '5')));
        var enter = new ReceiptPlace.Enter(Language.Kyrgyz);

        Assert.Null(Dialogue.Asks(enter, slip));
        Assert.Equal("receipt.wrong", Dialogue.Answer(enter, slip, null, Some.Context()).Screen.Lines[0].Key);
    }

    [Fact]
    public void Unknown_and_taken_back_look_the_same()
    {
        var mine = new ReceiptPlace.Mine(Language.Kyrgyz, Some.OneReceipt);
        var screen = Dialogue.Answer(mine, new Incoming.Opened(), null, Some.Context() with { Found = new Found.Nothing() }).Screen;
        var gone = new ReceiptPlace.Gone(Language.Kyrgyz, Some.OneReceipt);

        Assert.Equal("receipt.nothing.heading", screen.Lines[0].Key);
        Assert.Equal(
            Dialogue.Answer(gone, new Incoming.Opened(), null, Some.Context()).Screen.Lines,
            Dialogue.Answer(gone, new Incoming.Opened(), null, Some.Context() with { Found = new Found.Nothing() }).Screen.Lines);
    }

    [Theory]
    [InlineData("receipt.nothing.heading")]
    [InlineData("receipt.too-often.heading")]
    public void Words_that_find_no_report_stay_with_the_person(string heading)
    {
        var send = new ReceiptPlace.MoreSend(Language.Kyrgyz, Some.OneReceipt, 1);
        Found found = heading.StartsWith("receipt.nothing", StringComparison.Ordinal) ? new Found.Nothing() : new Found.TooOften();
        var turn = Dialogue.Answer(send, new Incoming.Opened(), new(Some.Story), Some.Context() with { Found = found });

        Assert.Empty(turn.Effects);
        Assert.Equal(heading, turn.Screen.Lines[0].Key);
        Assert.Equal(Some.Story, turn.Screen.Quote?.Reveal());
    }

    [Fact]
    public void Send_with_a_number_shows_the_same_number_at_every_tap_and_clears_the_chat()
    {
        var send = new ReportPlace.Send(Language.Kazakh, Some.Draft, Told.Words, WithReceipt: true);
        var (first, second) = (Dialogue.Answer(send, new Incoming.Opened(), new(Some.Story), Some.Context(1)), Dialogue.Answer(send, new Incoming.Opened(), new(Some.Story), Some.Context(2)));

        Assert.Equal(Some.ReceiptOf(Some.Draft.Secret).Grouped, first.Screen.Covered?.Reveal());
        Assert.Equal(first.Screen.Covered, second.Screen.Covered);
        Assert.True(first.Screen is { ClearsChat: true, IsBrief: true });
        Assert.True(Assert.IsType<SubmitReport>(Assert.Single(first.Effects)).WithReceipt);
    }

    /// <summary>The channels let a screen go by itself where it says so: every one with the digits, a status, an answer, or that nothing was found.</summary>
    [Theory]
    [InlineData("paper")]
    [InlineData("copied")]
    [InlineData("mine")]
    [InlineData("answer")]
    [InlineData("read")]
    [InlineData("add")]
    [InlineData("withdraw")]
    public void Every_screen_that_tells_of_a_report_goes_by_itself(string name)
    {
        var places = Some.Places(Language.Kazakh).OfType<ReceiptPlace>().Where(place => place.Path.Split('.')[0] == name).ToArray();
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.True(Dialogue.Answer(place, new Incoming.Opened(), new(Some.Story), Some.Context()).Screen.IsBrief));
        Assert.All(places.Where(place => place.LooksUp is not null), place =>
            Assert.True(Dialogue.Answer(place, new Incoming.Opened(), null, Some.Context() with { Found = new Found.Nothing() }).Screen.IsBrief));
    }

    [Fact]
    public void Once_typed_back_the_digits_are_on_no_screen_and_in_no_button()
    {
        var copied = new ReceiptPlace.Copied(Language.Kazakh, Some.Draft.Secret);
        var screen = Dialogue.Answer(copied, new Incoming.Typed(new(Some.ReceiptOf(Some.Draft.Secret).Grouped)), null, Some.Context()).Screen;

        Assert.Equal("sent.heading", screen.Lines[0].Key);
        Assert.True(screen.ClearsChat);
        Assert.All(screen.Buttons.Concat(screen.Navigation), button => Assert.False(((Target.To)button.Target).Place.IsPrivate));
    }

    [Theory]
    [InlineData(false, "Мени [имя] урду.")]
    [InlineData(true, "Мени Петров Иван урду.")]
    public void Names_are_hidden_unless_the_person_keeps_them(bool keeps, string sealedWords)
    {
        var marked = new Words("Мени ⟦Петров Иван⟧ урду.");
        var preview = Dialogue.Answer(new ReportPlace.Preview(Language.Kyrgyz, Some.Draft, keeps), new Incoming.Opened(), marked, Some.Context()).Screen;
        var send = Assert.IsType<Target.To>(preview.Buttons[0].Target).Place;

        Assert.Contains(preview.Lines, line => line.Key == (keeps ? "preview.names-kept" : "preview.names-hidden"));
        Assert.Equal(sealedWords, Assert.IsType<SubmitReport>(Assert.Single(Dialogue.Answer(send, new Incoming.Opened(), marked, Some.Context()).Effects)).Report.Words?.Reveal());
    }

    [Fact]
    public void With_names_or_without_it_is_another_report_and_not_a_second_tap_of_the_first()
    {
        var marked = new Words("Мени ⟦Петров Иван⟧ урду.");
        foreach (Place place in new Place[] { new ReportPlace.Preview(Language.Kyrgyz, Some.Draft), new ReceiptPlace.MorePreview(Language.Kyrgyz, Some.OneReceipt, 5) })
        {
            var hidden = Dialogue.Answer(place, new Incoming.Opened(), marked, Some.Context()).Screen;
            var kept = Dialogue.Answer(To(hidden, "preview.keep-names"), new Incoming.Opened(), marked, Some.Context()).Screen;
            Assert.NotEqual(Secret(hidden), Secret(kept));
            Assert.Equal(place, To(kept, "preview.hide-names"));
        }

        static UInt128 Secret(Screen screen) => screen.Place is ReceiptPlace.MorePreview more ? more.Secret : ((ReportPlace)screen.Place).Carried!.Secret;
    }

    [Fact]
    public void No_two_drafts_of_one_turn_meet_when_names_are_kept()
    {
        var asked = Dialogue.Answer(new ReportPlace.Ask(Language.Kyrgyz, Question.Who, 0, Some.Draft), new Incoming.Opened(), null, Some.Context(7)).Screen;
        var drafts = asked.Buttons.Select(button => ((Target.To)button.Target).Place).OfType<ReportPlace>().Select(place => place.Carried!).Distinct().ToList();
        var others = drafts.Select(draft =>
            To(Dialogue.Answer(new ReportPlace.Preview(Language.Kyrgyz, draft), new Incoming.Opened(), new("Мени ⟦Петров Иван⟧ урду."), Some.Context()).Screen, "preview.keep-names"))
            .Select(place => ((ReportPlace)place).Carried!).ToList();
        var all = drafts.Concat(others).ToList();
        Assert.True(drafts.Count > 1);
        Assert.Equal(all.Count, all.Select(draft => draft.Secret).Distinct().Count());
    }

    static Place To(Screen screen, string label) => ((Target.To)Assert.Single(screen.Buttons, button => button.Label.Key == label).Target).Place;

    [Fact]
    public void Words_added_beyond_the_limit_leave_those_before_them_where_they_can_be_sent()
    {
        var preview = new ReceiptPlace.MorePreview(Language.Kyrgyz, Some.OneReceipt, 5, KeepsNames: true);
        var (first, second) = (new string('а', 2000), new string('б', 1500));
        var screen = Dialogue.Answer(preview, new Incoming.Typed(new(second)), new(first), Some.Context()).Screen;

        Assert.Equal("telling.too-long", screen.Lines[0].Key);
        Assert.Equal((preview, first, true), (screen.Place, screen.Quote?.Reveal(), screen.LeavesTyped));
        Assert.Contains(screen.Buttons, button => button.Target is Target.To { Place: ReceiptPlace.MoreSend { Secret: var secret } } && secret == 5);
    }

    [Theory]
    [InlineData("Рақамим 99890", "12345")]
    [InlineData("Телефоним саккиз тўққиз юз ўн олти", "бир икки уч тўрт беш олти етти")]
    [InlineData("Мени майор", "Петров урди")]
    public void What_two_messages_give_away_only_together_is_shown_as_it_will_be_sent(string first, string second)
    {
        var at = new ReportPlace.Telling(Language.Kyrgyz, Some.Draft);
        var one = Dialogue.Answer(at, new Incoming.Typed(new(first)), null, Some.Context(1)).Screen;
        var two = Dialogue.Answer(one.Place, new Incoming.Typed(new(second)), one.Quote, Some.Context(2)).Screen;

        Assert.Equal(Scrubber.Scrub(two.Quote!).Reveal(), two.Quote!.Reveal());
        Assert.Equal(Names.Any(two.Quote), two.Buttons.Any(button => button.Label.Key == "preview.keep-names"));
    }

    [Fact]
    public void The_apology_for_a_receipts_page_goes_by_itself()
    {
        Assert.True(Dialogue.Apology(new ReceiptPlace.Mine(Language.Kyrgyz, Some.OneReceipt), null, Some.Context()).IsBrief);
        Assert.False(Dialogue.Apology(new ReceiptPlace.Enter(Language.Kyrgyz), null, Some.Context()).IsBrief);
        Assert.False(Dialogue.Apology(new ReceiptPlace.MoreSend(Language.Kyrgyz, Some.OneReceipt, 5), new(Some.Story), Some.Context()).IsBrief);
    }

    [Fact]
    public void Words_sealed_by_the_person_are_sent_without_being_seen()
    {
        var send = new ReportPlace.Send(Language.Kazakh, Some.Draft, Told.Words);
        var submit = Assert.IsType<SubmitReport>(Assert.Single(Dialogue.Answer(send, new Incoming.Sealed(), null, Some.Context()).Effects));

        Assert.True(submit is { IsSealed: true, Report.Words: null });
    }
}
