using System.Text.Json;
using MigrantBot.Channels.Telegram;
using MigrantBot.Channels.Telegram.Api;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;

namespace MigrantBot.Tests.Channels.Telegram;

public sealed class ReadingTests
{
    const string Me = """{"id":77,"is_bot":false,"first_name":"Имя","last_name":"Фамилия","username":"leak","language_code":"tg"}""";
    const string Private = """{"id":77,"type":"private","first_name":"Имя","username":"leak"}""";

    static Heard Heard(string content)
    {
        using var document = JsonDocument.Parse($$"""{"update_id":1,{{content}}}""");
        var received = Received.Read(document.RootElement);
        Assert.NotNull(received?.Update);
        return Reading.Read(received.Update);
    }

    static string Message(string content) => $$"""
        "message":{"message_id":5,"date":1790000000,"chat":{{Private}},"from":{{Me}},{{content}}}
        """;

    static string Click(string message, string data = "1.tg.home") => $$"""
        "callback_query":{"id":"q1","from":{{Me}},"chat_instance":"9","data":"{{data}}","message":{{message}}}
        """;

    [Fact]
    public void A_text_is_typed_in_its_chat()
    {
        var request = Assert.IsType<Heard.Request>(Heard(Message("\"text\":\"салом\"")));

        Assert.Equal(new Incoming.Typed(new Words("салом")), request.Asked.Incoming);
        Assert.Equal((ChatKey.Of(77), "tg", null), (request.Asked.Chat, request.Asked.LanguageHint, request.Asked.Code));
        Assert.Equal(new Occasion.Post(77, 5, IsUnsupported: false), request.Occasion);
    }

    [Theory]
    [InlineData("/start", "start", "")]
    [InlineData("/start ru_law", "start", "ru_law")]
    [InlineData("/Now@emulated_bot", "now", "")]
    [InlineData("/language@bot\nuz", "language", "uz")]
    public void A_text_with_a_slash_is_a_command(string text, string name, string detail)
    {
        var request = Assert.IsType<Heard.Request>(Heard(Message($"\"text\":{JsonSerializer.Serialize(text)}")));

        Assert.Equal(new Incoming.Command(name, detail), request.Asked.Incoming);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ они пришли ночью")]
    [InlineData("/они пришли ночью")]
    [InlineData("/they took my passport")]
    [InlineData("/start\nthey came at night")]
    [InlineData("/start of a story that is far too long to be what stands behind a command, so it is what somebody tells us")]
    public void A_story_that_begins_with_a_slash_is_a_story(string text) =>
        Assert.Equal(new Incoming.Typed(new Words(text)), Assert.IsType<Heard.Request>(Heard(Message($"\"text\":{JsonSerializer.Serialize(text)}"))).Asked.Incoming);

    [Theory]
    [InlineData("\"photo\":[{\"file_id\":\"x\"}],\"caption\":\"слова\"")]
    [InlineData("\"contact\":{\"phone_number\":\"+998901112233\"}")]
    [InlineData("\"poll\":{}")]
    [InlineData("\"something_new_of_2031\":{\"deep\":[1,{}]}")]
    public void What_is_no_text_is_unsupported(string content) =>
        Assert.IsType<Incoming.Unsupported>(Assert.IsType<Heard.Request>(Heard(Message(content))).Asked.Incoming);

    [Fact]
    public void A_forwarded_text_is_typed() =>
        Assert.IsType<Incoming.Typed>(Assert.IsType<Heard.Request>(Heard(
            Message("\"forward_origin\":{\"type\":\"hidden_user\",\"sender_user_name\":\"Имя\"},\"text\":\"чужое\""))).Asked.Incoming);

    [Fact]
    public void Control_and_bidi_characters_come_through_as_they_are() =>
        Assert.Equal(
            new Incoming.Typed(new Words("a\u202Eb\u0000c\u200B")),
            Assert.IsType<Heard.Request>(Heard(Message("\"text\":\"a\\u202eb\\u0000c\\u200b\""))).Asked.Incoming);

    [Theory]
    [InlineData("""
        "message":{"message_id":5,"date":1,"chat":{"id":-100,"type":"supergroup","title":"x"},"from":{"id":77},"text":"hi"}
        """)]
    [InlineData("""
        "message":{"message_id":5,"date":1,"chat":{"id":78,"type":"private"},"from":{"id":77},"text":"hi"}
        """)]
    [InlineData("""
        "message":{"message_id":5,"date":1,"chat":{"id":77,"type":"private"},"text":"from nobody"}
        """)]
    [InlineData("""
        "edited_message":{"message_id":5,"date":1,"chat":{"id":77,"type":"private"},"from":{"id":77},"text":"hi"}
        """)]
    [InlineData("""
        "channel_post":{"message_id":5,"date":1,"chat":{"id":-7,"type":"channel"},"text":"hi"}
        """)]
    [InlineData("""
        "callback_query":{"id":"q","from":{"id":77},"chat_instance":"9","data":"1.tg.home","inline_message_id":"z"}
        """)]
    [InlineData("""
        "callback_query":{"id":"q","from":{"id":77},"data":"x","message":{"message_id":1,"date":1,"chat":{"id":-5,"type":"group"}}}
        """)]
    [InlineData("""
        "my_chat_member":{"chat":{"id":77,"type":"private"},"from":{"id":77},"new_chat_member":{"status":"member"}}
        """)]
    [InlineData("\"purchased_paid_media\":{}")]
    public void What_does_not_concern_us_is_nothing(string content) => Assert.IsType<Heard.Nothing>(Heard(content));

    [Fact]
    public void A_notice_by_Telegram_is_nothing() =>
        Assert.IsType<Heard.Nothing>(Heard(Message("\"message_auto_delete_timer_changed\":{\"message_auto_delete_time\":86400}")));

    [Fact]
    public void Who_blocks_the_bot_has_left() =>
        Assert.Equal(new Heard.Farewell(ChatKey.Of(77)), Heard("""
            "my_chat_member":{"chat":{"id":77,"type":"private"},"from":{"id":77},"new_chat_member":{"status":"kicked","until_date":0}}
            """));

    [Fact]
    public void A_click_carries_its_address_and_the_words_quoted_above_it()
    {
        var request = Assert.IsType<Heard.Request>(Heard(Click($$"""
            {"message_id":9,"date":1790000000,"chat":{{Private}},"text":"😀 смотри слова мои","has_protected_content":true,
             "entities":[{"type":"bold","offset":0,"length":2},{"type":"expandable_blockquote","offset":0,"length":5},{"type":"blockquote","offset":10,"length":5}]}
            """)));

        Assert.Equal(new Words("слова"), request.Asked.Told);
        Assert.Equal("1.tg.home", request.Asked.Code);
        Assert.Equal(new Occasion.Click(77, 9, "q1", DateTimeOffset.FromUnixTimeSeconds(1790000000), IsProtected: true), request.Occasion);
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(2, 0)]
    [InlineData(3, 3)]
    [InlineData(2147483647, 2147483647)]
    public void A_quotation_that_lies_outside_of_the_text_is_none(int offset, int length) =>
        Assert.Null(Assert.IsType<Heard.Request>(Heard(Click($$"""
            {"message_id":9,"date":1,"chat":{{Private}},"text":"слово","entities":[{"type":"blockquote","offset":{{offset}},"length":{{length}}}]}
            """))).Asked.Told);

    [Fact]
    public void A_click_on_a_message_that_Telegram_hides_from_us_quotes_nothing()
    {
        var request = Assert.IsType<Heard.Request>(Heard(Click($$"""{"message_id":9,"date":0,"chat":{{Private}}}""", "any ' thing")));

        Assert.Null(request.Asked.Told);
        Assert.Equal("any ' thing", request.Asked.Code);
        Assert.Equal(new Occasion.Click(77, 9, "q1", null, IsProtected: false), request.Occasion);
    }

    [Theory]
    [InlineData("""{"update_id":3,"message":5}""")]
    [InlineData("""{"update_id":3,"message":{"message_id":"x","chat":{"id":1,"type":"private"}}}""")]
    [InlineData("""{"update_id":3,"message":{"message_id":1,"date":1}}""")]
    [InlineData("""{"update_id":3,"message":{"message_id":1,"chat":null}}""")]
    [InlineData("""{"update_id":3,"message":{"message_id":1,"chat":{"id":1,"type":"private"},"text":["a"]}}""")]
    [InlineData("""{"update_id":3,"message":{"message_id":1,"chat":{"id":1,"type":"private"},"text":"\ud800"}}""")]
    [InlineData("""{"update_id":3,"callback_query":{"id":7,"from":{"id":1}}}""")]
    [InlineData("""{"update_id":3,"message":{"message_id":1,"chat":{"id":99999999999999999999,"type":"private"}}}""")]
    public void An_unreadable_update_keeps_its_number(string json)
    {
        using var document = JsonDocument.Parse(json);

        Assert.Equal(new Received(3, null), Received.Read(document.RootElement));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"update_id":"3"}""")]
    [InlineData("""{"update_id":1.5}""")]
    public void What_has_no_number_is_no_update(string json)
    {
        using var document = JsonDocument.Parse(json);

        Assert.Null(Received.Read(document.RootElement));
    }

    [Fact]
    public void Nothing_that_came_in_prints_an_id_or_a_text()
    {
        var request = Assert.IsType<Heard.Request>(Heard(Message("\"text\":\"секрет\"")));

        Assert.Equal("Request Post", $"{request} {request.Occasion}");
        Assert.Equal("SendMessage", new SendMessage(77, "секрет").ToString());
        Assert.DoesNotContain(BotToken, new TelegramOptions(BotToken).ToString(), StringComparison.Ordinal);
    }

    const string BotToken = "1:secret";
}
