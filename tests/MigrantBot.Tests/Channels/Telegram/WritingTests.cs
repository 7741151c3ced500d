using MigrantBot.Channels.Telegram;
using MigrantBot.Channels.Telegram.Api;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Emulator;
using static MigrantBot.Tests.Channels.Telegram.TestScreens;

namespace MigrantBot.Tests.Channels.Telegram;

public sealed class WritingTests
{
    static Written Write(Screen screen) => Writing.Write(screen, Say);

    static string Layout(InlineKeyboardMarkup keyboard) => string.Join('\n', keyboard.InlineKeyboard.Select(row =>
        string.Join(" | ", row.Select(button => $"{button.Text}{(button.Style is { } style ? $" ({style})" : "")} -> {button.CallbackData ?? button.Url ?? button.CopyText?.Text}"))));

    [Fact]
    public void A_law_screen_looks_like_this()
    {
        var screen = Screen("") with
        {
            Lines =
            [
                Text("⚖️ Қонун & ҳуқуқ", LineStyle.Heading), Text("Агар <имзо> кунӣ…"), Text("", LineStyle.Text),
                Text("Я ничего не подпишу.", LineStyle.Sentence), Text("Моддаи 401", LineStyle.Detail),
                Text("lex.uz, 2026", LineStyle.Source), Text("Gazeta.uz, 2025", LineStyle.Source),
            ],
        };

        Assert.Equal(
            "<b>⚖️ Қонун &amp; ҳуқуқ</b>\n\nАгар &lt;имзо&gt; кунӣ…\n\n<b>Я ничего не подпишу.</b>\n\n"
            + "<blockquote expandable>Моддаи 401</blockquote>\n\n<i>lex.uz, 2026</i>\n<i>Gazeta.uz, 2025</i>",
            Write(screen).Html);
        Assert.False(Write(screen).IsProtected);
    }

    [Fact]
    public void Short_buttons_stand_in_pairs_and_navigation_in_one_last_row()
    {
        var screen = Screen("?") with
        {
            Buttons =
            [
                To("one"), To("two"), To("three"), new("a label that is too long for half a row", new TestPlace("long")), To("four"),
                new Button("danger", new TestPlace("d"), Tone.Danger) { IsChosen = true },
                new Button(Text("page"), new Target.Link(new Uri("https://lex.uz/закон"))),
                new Button(Text("copy"), new Target.Copy("12345 67890"), Tone.Success),
            ],
            Navigation = [To("back"), To("home"), To("clear")],
        };

        Assert.Equal(
            """
            one -> 1.tg.one | two -> 1.tg.two
            three -> 1.tg.three
            a label that is too long for half a row -> 1.tg.long
            four -> 1.tg.four | ✅ danger (danger) -> 1.tg.d
            page -> https://lex.uz/%D0%B7%D0%B0%D0%BA%D0%BE%D0%BD | copy (success) -> 12345 67890
            back -> 1.tg.back | home -> 1.tg.home | clear -> 1.tg.clear
            """,
            Layout(Write(screen).Keyboard));
    }

    [Fact]
    public void A_label_in_another_language_is_asked_for_in_that_language()
    {
        var screen = Screen("?", To("uz") with { Label = Text("o‘zbekcha") with { In = Language.UzbekLatin } }, new Button("русский", new TestPlace("ru")));

        var written = Writing.Write(screen, (language, line) => $"{line.In ?? language} {line.Key}");

        Assert.Equal(["uz o‘zbekcha", "tg русский"], written.Keyboard.InlineKeyboard[0].Select(button => button.Text));
    }

    [Theory]
    [InlineData("Меня взяли в отделе.")]
    [InlineData("<b>bold</b> & 5 > 3 \"so'm\" &amp;")]
    [InlineData("строка 1\n\nстрока 2\n> не цитата")]
    [InlineData("😀 семья 👨‍👩‍👧 и флаг 🇺🇿")]
    [InlineData("https://example.com/?a=1&b=2 @someone /start")]
    public void The_words_of_a_person_come_back_as_they_were(string words)
    {
        var written = Write(Screen("😀 check") with
        {
            Lines = [Text("😀 check", LineStyle.Heading), Text("folded", LineStyle.Detail), Text("source", LineStyle.Source)],
            Quote = new Words(words),
        });
        var (text, entities) = TelegramHtml.Read(written.Html);
        var click = new CallbackQuery("q", new User(1), new Message(2, new Chat(1, "private"), 1, null, text,
            [.. entities.Select(entity => new MessageEntity(entity.Type, entity.Offset, entity.Length))]), "1.tg.send");

        var request = Assert.IsType<Heard.Request>(Reading.Read(new Update(1, CallbackQuery: click)));

        Assert.Equal(new Words(words), request.Asked.Told);
        Assert.True(written.IsProtected);
        Assert.Equal(text, written.Plain);
    }

    [Fact]
    public void Words_that_do_not_fit_are_cut_between_characters_and_say_so()
    {
        var written = Write(Screen("check") with { Quote = new Words(string.Concat(Enumerable.Repeat("😀", 2048))) });

        var (text, entities) = TelegramHtml.Read(written.Html);
        Assert.InRange(text.Length, Writing.MostCharacters - 1, Writing.MostCharacters);
        Assert.EndsWith("😀…", text, StringComparison.Ordinal);
        Assert.Single(entities);
    }

    [Fact]
    public void A_letter_is_folded_and_never_taken_for_the_words_of_the_person()
    {
        var written = Write(Screen("answer") with { Letter = new("<b>Come</b> & see\nus"), Quote = new("own words") });

        Assert.Equal("answer\n\n<blockquote expandable>&lt;b&gt;Come&lt;/b&gt; &amp; see\nus</blockquote>\n\n<blockquote>own words</blockquote>", written.Html);
        Assert.True(written.IsProtected);
        Assert.True(Write(Screen("answer") with { Letter = new("x") }).IsProtected);
        Assert.Null(TelegramHtml.Read(Write(Screen("answer") with { Letter = new("x") }).Html).Entities.FirstOrDefault(entity => entity.Type == "blockquote"));
    }

    [Fact]
    public void A_letter_that_does_not_fit_beside_the_words_is_cut_and_the_words_are_not()
    {
        var (words, letter) = (new string('w', 3000), new string('l', 2000));

        var (text, entities) = TelegramHtml.Read(Write(Screen("answer") with { Letter = new(letter), Quote = new(words) }).Html);

        Assert.Equal(Writing.MostCharacters, text.Length);
        Assert.Equal(["expandable_blockquote", "blockquote"], entities.Select(entity => entity.Type));
        Assert.EndsWith(words, text, StringComparison.Ordinal);
        Assert.Contains("l…\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_is_covered()
    {
        var written = Write(Screen("receipt") with { Covered = new("1234 5678 9012 3456 7890") });

        Assert.Equal("receipt\n\n<tg-spoiler><b>1234 5678 9012 3456 7890</b></tg-spoiler>", written.Html);
        Assert.True(written.IsProtected);
    }

    [Fact]
    public void A_screen_that_Telegram_cannot_take_is_a_bug_that_names_it()
    {
        Assert.Contains("TestPlace", Assert.Throws<InvalidOperationException>(() => Write(Screen(new string('x', 4097)))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Write(Screen(" ")));
    }

    [Fact]
    public void Screens_that_look_the_same_have_the_same_look_and_others_have_not()
    {
        var screen = Screen("a", To("b"));

        Assert.Equal(Write(screen).Look, Write(Screen("a", To("b"))).Look);
        Assert.NotEqual(Write(screen).Look, Write(Screen("a", To("c"))).Look);
        Assert.NotEqual(Write(screen).Look, Write(Screen("a", To("b") with { Tone = Tone.Danger })).Look);
        Assert.NotEqual(Write(screen).Look, Write(Screen("A", To("b"))).Look);
    }
}
