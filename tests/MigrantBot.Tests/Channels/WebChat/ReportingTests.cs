using System.Net;
using System.Text;
using Dapper;
using MigrantBot.Channels.WebChat;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Channels.WebChat;

public sealed class ReportingTests : IAsyncLifetime
{
    const string Story = "Паспортимни олишди, «имзола» дейишди.";

    WebHost host = null!;
    HttpClient http = null!;

    public async Task InitializeAsync()
    {
        host = await WebHost.Start();
        http = host.Client();
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }

    async Task<PageReader> Begin()
    {
        var tell = await http.Page("/en/tell");
        return await http.Press(tell, tell.ToScreen("begin"));
    }

    /// <summary>Answers each question with its first option, up to the words.</summary>
    async Task<PageReader> Telling()
    {
        var page = await Begin();
        for (var answered = 0; page.Box is null; answered++)
        {
            Assert.True(answered <= Enum.GetValues<Core.Reporting.Question>().Length + 1, "The questions do not end.");
            page = await http.Press(page, page.To[page.To[0].Contains(".q.methods.", StringComparison.Ordinal) ? ^2 : 0]);
        }
        return page;
    }

    async Task<string> Text() => Assert.Single(await host.Reader.Read(host.Database)).GetProperty("text").GetString()!;

    [Fact]
    public async Task From_tell_us_to_a_report_that_only_its_reader_can_open()
    {
        var preview = await http.Type(await Telling(), Story);
        Assert.Equal(Story, preview.Quoted);
        var sent = await http.Press(preview, preview.ToScreen("send"));
        Assert.Equal(RealWords.Wording.Say(Language.English, "sent.heading"), sent.Heading);
        Assert.Null(sent.Told);

        var report = Assert.Single(await host.Reader.Read(host.Database));
        Assert.Equal(Story, report.GetProperty("text").GetString());
        Assert.Equal("en", report.GetProperty("language").GetString());
        Assert.Equal("self", report.GetProperty("facets").GetProperty("who").GetString());
        Assert.Equal("police", report.GetProperty("facets").GetProperty("place").GetString());
    }

    [Fact]
    public async Task When_storing_fails_the_same_button_is_there_again_and_the_words_with_it()
    {
        var preview = await http.Type(await Telling(), Story);
        await host.Database.DisposeAsync();

        using var answer = await http.Send(("told", preview.Told), ("to", preview.ToScreen("send")));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var sorry = new PageReader(await answer.Content.ReadAsStringAsync());
        Assert.Equal((preview.ToScreen("send"), Story), (sorry.ToScreen("send"), sorry.Told));
    }

    [Fact]
    public async Task When_looking_up_fails_the_page_that_says_so_does_not_show_the_receipt()
    {
        var receipt = Receipt.Of(4_821_093_755_661_204_887);
        await host.Database.Write((connection, transaction) => connection.ExecuteAsync("ALTER TABLE reports RENAME TO lost", transaction: transaction), CancellationToken.None);

        using var answer = await http.Send(("say", "1.en.receipt"), ("words", receipt.Grouped));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain(receipt.Grouped, page, StringComparison.Ordinal);
        Assert.DoesNotContain(receipt.Reveal(), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_twice_stores_once_and_answers_the_same()
    {
        var preview = await http.Type(await Telling(), Story);
        var first = await http.Press(preview, preview.ToScreen("send"));
        var second = await http.Press(preview, preview.ToScreen("send"));
        Assert.Equal(first.Html, second.Html);
        Assert.Equal(1, await PlainRows.Count(host.Database, "reports"));
        Assert.Equal(1, await PlainRows.Count(host.Database, "envelopes"));
    }

    [Fact]
    public async Task What_was_typed_before_another_button_was_pressed_is_kept()
    {
        var telling = await Telling();
        var asked = await http.Press(telling, telling.ToScreen("q"), "First.");
        Assert.Equal("First.", asked.Told);
        var again = await http.Press(asked, asked.To[0]);
        var preview = await http.Press(again, again.ToScreen("preview"), "Second.");
        Assert.Equal("First.\nSecond.", preview.Quoted);
        await http.Press(preview, preview.ToScreen("send"));
        Assert.Equal("First.\nSecond.", await Text());
    }

    [Fact]
    public async Task Words_added_to_an_older_page_after_sending_are_not_lost_as_a_second_tap()
    {
        var telling = await Telling();
        var without = await http.Press(telling, telling.ToScreen("preview"));
        await http.Press(without, without.ToScreen("send"));
        var with = await http.Press(telling, telling.ToScreen("preview"), "What I did not dare to say.");
        await http.Press(with, with.ToScreen("send"));

        Assert.Equal(2, await PlainRows.Count(host.Database, "reports"));
    }

    [Fact]
    public async Task A_text_too_long_comes_back_whole_into_the_box()
    {
        var text = new string('ж', Report.MostCharacters + 1);
        var page = await http.Type(await Telling(), text);
        Assert.Equal(text, page.Box);
        Assert.Contains($"{Report.MostCharacters + 1}", page.Heading, StringComparison.Ordinal);
        var preview = await http.Type(page, text[1..]);
        Assert.Equal(text[1..], preview.Quoted);
    }

    [Fact]
    public async Task Whatever_the_box_takes_is_answered_and_never_refused_unread()
    {
        var telling = await http.Type(await Telling(), new string('ж', Report.MostCharacters));
        var page = await http.Type(await http.Press(telling, telling.ToScreen("reword")), new string('ӯ', PageWriting.MostTyped));
        Assert.Equal(PageWriting.MostTyped, page.Box?.Length);
    }

    [Fact]
    public async Task Texts_that_are_too_long_only_together_come_back_in_one_box()
    {
        var (first, second) = (new string('а', 2000), new string('б', 2000));
        var telling = await Telling();
        var asked = await http.Press(telling, telling.ToScreen("q"), first);
        var again = await http.Press(asked, asked.To[0]);
        var page = await http.Press(again, again.ToScreen("preview"), second);
        Assert.Equal($"{first}\n{second}", page.Box);
        Assert.Null(page.Told);
        var preview = await http.Type(page, "Shorter.");
        Assert.Equal("Shorter.", preview.Quoted);
    }

    [Fact]
    public async Task Words_beyond_measure_are_not_stored_whatever_a_form_says()
    {
        var preview = await http.Type(await Telling(), Story);
        await http.Send(("told", new string('x', Report.MostCharacters + 1)), ("to", preview.ToScreen("send")));
        Assert.Equal(0, await PlainRows.Count(host.Database, "reports"));
    }

    [Fact]
    public async Task Words_are_scrubbed_again_when_they_are_sent()
    {
        var preview = await http.Type(await Telling(), Story);
        await http.Send(("told", "Call +7 925 115 50 47"), ("to", preview.ToScreen("send")));
        Assert.Equal($"Call {Scrubber.NumberMask}", await Text());
    }

    public static TheoryData<string> Attacks =>
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</textarea><script>alert(1)</script>", "</blockquote></form><form action=//evil>",
        "' onmouseover='alert(1)", "&lt;b&gt; & &amp; &#60;", "<!--", "]]>", "javascript:alert(1)", "{{7*7}} ${7*7} {length}", "\u202e<b>",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Words_are_only_ever_text(string attack)
    {
        var preview = await http.Type(await Telling(), attack);
        Assert.Equal(Scrubber.Scrub(new(attack)).Reveal(), preview.Quoted);
        Assert.Equal(preview.Quoted, preview.Told);
        var tooLong = await http.Type(await Telling(), attack + new string('x', Report.MostCharacters));
        Assert.StartsWith(attack, tooLong.Box, StringComparison.Ordinal);
        foreach (var page in new[] { preview, tooLong })
        {
            Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<!--", page.Html, StringComparison.Ordinal);
            Assert.Equal(2, page.Html.Split("<form").Length);
        }
    }

    [Theory]
    [InlineData("to", "nonsense")]
    [InlineData("to", "1.en.send.short")]
    [InlineData("to", "1.en.q.who.0.AAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("to", "1.en.send.AAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("to", "1.en.preview.AAAAAAAAAAAAAAAAAAAAAAAAAAAAA'--")]
    [InlineData("to", "")]
    [InlineData("say", "nonsense")]
    [InlineData("say", "1.en.home")]
    [InlineData("say", "1.en.card.law-us")]
    [InlineData("unknown", "x")]
    [InlineData("told", "\u0001\uffff")]
    public async Task Garbage_gets_a_page_and_stores_nothing(string name, string value)
    {
        var answer = await http.Send((name, value));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("</html>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await PlainRows.Count(host.Database, "reports"));
    }

    [Fact]
    public async Task Two_values_for_one_field_are_garbage_too()
    {
        var answer = await http.Send(("to", "1.en.home"), ("to", "1.uz.home"), ("told", "a"), ("told", "b"), ("say", "1.en.home"), ("say", "1.en.home"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_above_96_KiB_is_refused()
    {
        var answer = await http.Send(("to", "1.en.home"), ("told", new string('x', 97 * 1024)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data")]
    [InlineData("application/x-www-form-urlencodedX")]
    [InlineData("application/x-www-form-urlencoded;;;=")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7")]
    public async Task A_body_that_is_no_form_of_ours_is_refused(string? type)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes("to=1.en.home"));
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await http.PostAsync("/chat", content)).StatusCode);
    }

    [Theory]
    [InlineData("told=%00")]
    [InlineData("told=%F")]
    [InlineData("=&&=&%%%")]
    public async Task A_form_that_cannot_be_read_is_no_fault_of_ours(string body)
    {
        using var content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded");
        Assert.True((int)(await http.PostAsync("/chat", content)).StatusCode < 500);
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = new FormUrlEncodedContent([new("to", "1.en.home")]) };
        request.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.LengthRequired, (await http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task While_nobody_can_read_nothing_is_asked_and_nothing_taken()
    {
        var preview = await http.Type(await Telling(), Story);
        await host.Database.Write(
            (connection, transaction) => connection.ExecuteAsync("UPDATE moderators SET status = 'gone'", transaction: transaction), CancellationToken.None);
        var late = await http.Press(preview, preview.ToScreen("send"));
        Assert.Equal("We take no reports at the moment.", late.Heading);

        await host.Look();
        var (tell, send) = (await http.Page("/en/tell"), await http.Press(preview, preview.ToScreen("send")));
        Assert.All([tell, send], page => Assert.Equal("We take no reports at the moment.", page.Heading));
        Assert.Empty(tell.To);
        Assert.All([late, send], page => Assert.Contains(" preview.", Assert.Single(page.To).Replace("1.en.", " ", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.All([late, send], page => Assert.Contains(Story, page.Body, StringComparison.Ordinal));
        Assert.Equal(0, await PlainRows.Count(host.Database, "reports"));
    }
}
