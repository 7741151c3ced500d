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
    public void Words_sealed_by_the_person_are_sent_without_being_seen()
    {
        var send = new ReportPlace.Send(Language.Kazakh, Some.Draft, Told.Words);
        var submit = Assert.IsType<SubmitReport>(Assert.Single(Dialogue.Answer(send, new Incoming.Sealed(), null, Some.Context()).Effects));

        Assert.True(submit is { IsSealed: true, Report.Words: null });
    }
}
