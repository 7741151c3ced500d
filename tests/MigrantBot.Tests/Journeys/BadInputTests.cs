using MigrantBot.Core.Exchange;

namespace MigrantBot.Tests.Journeys;

/// <summary>One running bot for all that people, clients and strangers may send to it.</summary>
public sealed class OpenBot : IAsyncLifetime
{
    internal Premises Premises { get; private set; } = null!;

    public async Task InitializeAsync() => Premises = await Premises.Open();

    public async Task DisposeAsync() => await Premises.DisposeAsync();
}

/// <summary>Whatever comes in: a calm screen in the person's language, nothing stored, and no word of it in the log.</summary>
public sealed class BadInputTests(OpenBot bot) : IClassFixture<OpenBot>, IAsyncLifetime
{
    const string Mark = "sirligap";

    readonly Migrant person = new(bot.Premises.Telegram.User(), Language.UzbekLatin);
    long reports;

    public async Task InitializeAsync()
    {
        reports = await bot.Premises.Reports();
        await person.Goes(Ways.ToHome);
    }

    public async Task DisposeAsync()
    {
        Assert.Equal(reports, await bot.Premises.Reports());
        Assert.Empty(bot.Premises.Telegram.Violations);
        foreach (var never in new[] { "Exception", "fail:", "crit:", Mark })
            Assert.DoesNotContain(never, bot.Premises.Log, StringComparison.Ordinal);
        await person.Goes([new Step("/start", one => one.Phone.Sends("/start uz"), "home.text")]);
    }

    public static TheoryData<string> ForgedData =>
    [
        "", "x", "💥", "null", "1", "1.", "...", "1.uz", "1.uz.", "9.uz.home", "1.xx.home", "1.uz.nowhere", "1.uz.home.more", "1.uz.case.no-such-case", "1.uz.now.police.violence.never",
        "1.uz.q.region.0", "1.uz.q.region.99999999999999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "1.uz.send.AAAA", "1.uz.send.!!!!!!!!!!!!!!!!!!!!!!!!!!!!!", "1.uz.send.AAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "1.uz.preview._____________________________", "../../etc/passwd", "'; DROP TABLE reports; --", "{\"a\":1}", "\u202Eemoh.zu.1", "1.uz.begin.-------", "settings_menu_5100200300",
        "sirligapsirligapsirligapsirligapsirligapsirligapsirligapsirligap",
    ];

    [Theory]
    [MemberData(nameof(ForgedData))]
    public async Task A_button_that_nobody_made_leads_somewhere_calm(string data)
    {
        var seen = await person.Phone.Forges(data).Done;
        Assert.NotEmpty(seen.Labels);
        Assert.DoesNotContain(person.Say("broke.text"), seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Say("sent.heading"), seen.Text, StringComparison.Ordinal);
        Assert.Single(seen.FromBot);
    }

    [Fact]
    public async Task A_button_cut_anywhere_sends_nothing()
    {
        await person.Goes([.. Ways.Answering, .. Ways.Sending.SkipLast(1)]);
        var data = person.Sees.Screen.Buttons[0][0].Data!;
        for (var length = 1; length < data.Length; length += 4)
            Assert.DoesNotContain(person.Say("sent.heading"), (await person.Phone.Forges(data[..length]).Done).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_where_buttons_are_expected_shows_the_same_question_with_a_hint()
    {
        await person.Goes(Ways.Now.Take(2));
        var seen = await person.Phone.Sends(Mark).Done;
        Assert.StartsWith(person.Say("hint.buttons"), seen.Text, StringComparison.Ordinal);
        Assert.Contains(person.Say("now.what.question"), seen.Text, StringComparison.Ordinal);
        Assert.Empty(seen.FromPerson);
    }

    public static TheoryData<string> Kinds => ["photo", "voice", "sticker", "document", "contact", "location", "poll"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_cannot_be_taken_is_deleted_and_the_question_asked_again(string kind)
    {
        await person.Goes(Ways.Answering.Take(4));
        var posted = kind switch
        {
            "photo" => person.Phone.SendsPhoto(Mark),
            "voice" => person.Phone.SendsVoice(),
            "sticker" => person.Phone.SendsSticker(),
            "document" => person.Phone.SendsDocument(),
            "contact" => person.Phone.SendsContact(),
            "location" => person.Phone.SendsLocation(),
            _ => person.Phone.SendsPoll(),
        };
        var seen = await posted.Done;
        Assert.StartsWith(person.Say("hint.unsupported"), seen.Text, StringComparison.Ordinal);
        Assert.Contains(person.Say("ask.region"), seen.Text, StringComparison.Ordinal);
        Assert.Empty(seen.FromPerson);
        await person.Goes(Ways.Answering.Skip(4).Take(1));
    }

    [Fact]
    public async Task A_forwarded_text_is_a_text()
    {
        await person.Goes(Ways.Answering);
        var seen = await person.Phone.Forwards(Mark).Done;
        Assert.Contains(person.Say("preview.heading"), seen.Text, StringComparison.Ordinal);
        Assert.Contains(Mark, seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Чужое", seen.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Strangers =>
    [
        """{"update_id":"$id","message":{"message_id":5,"date":1,"text":"sirligap","from":{"id":77,"is_bot":false,"first_name":"A"},"chat":{"id":-100777,"type":"supergroup","title":"G"}}}""",
        """{"update_id":"$id","channel_post":{"message_id":5,"date":1,"text":"sirligap","chat":{"id":-100778,"type":"channel","title":"C"}}}""",
        """{"update_id":"$id","edited_message":{"message_id":5,"date":1,"text":"sirligap","from":{"id":77,"is_bot":false,"first_name":"A"},"chat":{"id":77,"type":"private","first_name":"A"}}}""",
        """{"update_id":"$id","callback_query":{"id":"1","from":{"id":77,"is_bot":false,"first_name":"A"},"chat_instance":"1","data":"1.uz.home","message":{"message_id":5,"date":1,"chat":{"id":-100777,"type":"supergroup","title":"G"}}}}""",
        """{"update_id":"$id","message":{"message_id":"sirligap","chat":[]}}""",
        """{"update_id":"$id","message":null,"something_new":{"sirligap":[1,2,{}]}}""",
        """{"update_id":"$id"}""",
    ];

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task What_is_no_private_message_is_passed_over_between_good_ones(string update)
    {
        var calls = bot.Premises.Telegram.CallsFromNow();
        var before = person.Presses("button.learn");
        var strange = bot.Premises.Telegram.Post(update);
        var after = person.Phone.Sends("/now");
        await Task.WhenAll(before.Done, strange.Done, after.Done);
        Assert.Contains(person.Say("now.where.question"), person.Sees.Text, StringComparison.Ordinal);
        Assert.All(calls(), call => Assert.True(call.Chat is null || call.Chat == person.Phone.Id));
    }

    [Fact]
    public async Task An_edited_message_changes_nothing()
    {
        await person.Goes([.. Ways.Answering, .. Ways.Sending.SkipLast(1)]);
        var before = person.Sees.Screen;
        await person.Phone.Edits(Mark).Done;
        Assert.Equal(before, person.Sees.Screen);
    }

    [Fact]
    public async Task A_text_of_4096_characters_is_refused_whole_and_left_where_it_can_be_shortened()
    {
        await person.Goes(Ways.Answering);
        var text = string.Concat(Enumerable.Repeat($"{Mark} ғўҳӣңқ ", 300))[..4096].TrimEnd().PadRight(4096, '.');
        var seen = await person.Phone.Sends(text).Done;
        Assert.Contains(person.Say("telling.shorten"), seen.Text, StringComparison.Ordinal);
        Assert.Equal(text, Assert.Single(seen.FromPerson).Text);
        await person.Goes([Step.Write($"{Mark} qisqa", "preview.heading")]);
    }

    [Theory]
    [InlineData("\u202Esirligap\u202C \u200Fva\u2066 \u0007\u0001yana\u200B", "sirligap")]
    [InlineData("<b>sirligap</b> & <script>alert(1)</script> </blockquote> &amp; {length}", "<b>sirligap</b> & <script>alert(1)</script> </blockquote> &amp; {length}")]
    public async Task Hostile_characters_are_shown_as_plain_text(string typed, string shown)
    {
        await person.Goes([.. Ways.Answering, Step.Write(typed, "preview.heading")]);
        Assert.Contains(shown, person.Sees.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Sees.Text, letter => (char.IsControl(letter) && letter != '\n') || letter is '\u202E' or '\u202C' or '\u2066' or '\u200F');
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\u200B\u202E")]
    [InlineData("\u3164")]
    public async Task Words_without_a_letter_are_no_words(string typed)
    {
        await person.Goes(Ways.Answering);
        var seen = await person.Phone.Sends(typed).Done;
        Assert.Contains(person.Say("telling.question"), seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_different_buttons_at_once_end_on_the_second()
    {
        var home = person.Sees.Screen;
        var taps = new[] { person.Phone.Presses(home, person.Say("button.learn")), person.Phone.Presses(home, person.Say("button.help")) };
        await Task.WhenAll(taps.Select(tap => tap.Done));
        Assert.Contains(person.Say("help.question"), Assert.Single(person.Sees.FromBot).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_that_Telegram_no_longer_shows_to_us_still_has_working_buttons()
    {
        await person.Goes([.. Ways.Answering, .. Ways.Sending.SkipLast(1)]);
        var seen = await person.Phone.PressesInaccessible(person.Sees.Screen, person.Say("button.home")).Done;
        Assert.Contains(person.Say("home.text"), seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sirligap")]
    [InlineData("/start sirligap")]
    [InlineData("/start@another_bot sirligap-2")]
    public async Task An_unknown_command_leads_to_the_choice_of_language(string command)
    {
        var seen = await person.Phone.Sends(command).Done;
        Assert.Contains(person.Say("language.choose"), seen.Text, StringComparison.Ordinal);
    }
}
