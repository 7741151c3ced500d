using System.Text.Json.Nodes;
using Microsoft.Playwright;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Intake;
using MigrantBot.Sealing;
using MigrantBot.Tests.Storage;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Channels.WebChat;

/// <summary>With JavaScript on, nobody but the reporter and a moderator can read what was told. With PNG_DIR set, the pages are also painted there.</summary>
public sealed class SealedTellingTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    const string Story = "Паспортимни олишди ва «имзола» дейишди, телефоним +998 90 123 45 67.";
    const string Scrubbed = $"Паспортимни олишди ва «имзола» дейишди, телефоним {Scrubber.NumberMask}.";

    static readonly Language Uzbek = Language.UzbekCyrillic;

    WebHost host = null!;

    public async Task InitializeAsync() => host = await WebHost.Start();

    public async Task DisposeAsync() => await host.DisposeAsync();

    static string Say(string key, Language? language = null) => RealWords.Wording.Say(language ?? Uzbek, key);

    async Task<string[]> Texts() => [.. (await host.Reader.Read(host.Database)).Select(report => report.GetProperty("text").GetString()!)];

    /// <summary>No word of it, as it was typed or as it was scrubbed, in any request.</summary>
    static void Unread(Telling telling, string words)
    {
        Assert.NotEmpty(telling.Left);
        foreach (var word in words.Split(' ', '.', ',', '«', '»').Where(word => word.Length > 3))
            Assert.DoesNotContain(telling.Left, request => request.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_request_that_carries_the_report_has_no_readable_word_of_it_and_no_other_request_has()
    {
        await using var telling = await Telling.Come(chromium, host, Uzbek);
        await telling.TakesOver();
        await telling.Paint("seal-telling");
        await telling.Writes(Story);
        await Expect(telling.Quote).ToHaveTextAsync(Scrubbed);
        await Expect(telling.Page.GetByText(Say("web.sealed.preview.who-reads"))).ToBeVisibleAsync();
        await telling.Paint("seal-preview");
        await telling.Button("send").ClickAsync();
        await Expect(telling.Heading).ToHaveTextAsync(Say("sent.heading"));
        await telling.Paint("seal-sent");

        Assert.Equal([Scrubbed], await Texts());
        Unread(telling, Story);
        var carrying = Assert.Single(telling.Left, request => request.Contains("sealed=", StringComparison.Ordinal));
        Assert.Matches("to=1\\.uz-Cyrl\\.send\\.words\\.[A-Za-z0-9_-]{29}&sealed=\\{\"body\":\"[A-Za-z0-9+/=]+\",\"keys\":\\[.*\\]\\}&work=[0-9]+$", carrying);
        Assert.DoesNotContain(telling.Left, request => request.Contains("telegram", StringComparison.OrdinalIgnoreCase) || request.Contains("cookie", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_the_browser_seals_is_what_the_server_would_have_sealed()
    {
        var at = $"words.{DraftCode.Write(new(5, new() { Who = Who.Witness, Methods = Methods.Violence | Methods.Deception, Region = Region.Siberia }))}";
        foreach (var hasScript in new[] { true, false })
        {
            await using var telling = await Telling.Come(chromium, host, Uzbek, at, prepare: hasScript ? null : NoFiles);
            if (hasScript)
                await telling.TakesOver();
            await telling.Writes(Story);
            await Expect(telling.Quote).ToHaveTextAsync(Scrubbed);
            await telling.Button("send").ClickAsync();
            await Expect(telling.Heading).ToHaveTextAsync(Say("sent.heading"));
        }
        var told = await host.Reader.Read(host.Database);
        Assert.Equal(2, told.Count);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(told[0].GetRawText()), JsonNode.Parse(told[1].GetRawText())), $"{told[0]} {told[1]}");
    }

    static async Task NoFiles(IPage page) => await page.RouteAsync("**/files/**", route => route.AbortAsync());

    static async Task NoScrubbing(IPage page) => await page.RouteAsync("**/scrub.js", route => route.AbortAsync());

    static async Task Insecure(IPage page) => await page.AddInitScriptAsync("Object.defineProperty(globalThis, 'isSecureContext', { value: false })");

    static async Task NoCryptography(IPage page) => await page.AddInitScriptAsync("Object.defineProperty(crypto, 'subtle', { value: undefined })");

    [Fact]
    public async Task The_page_says_when_the_browser_seals()
    {
        await using var telling = await Telling.Come(chromium, host, Uzbek);
        await telling.TakesOver();
        await Expect(telling.Page.GetByText(Say("web.sealed.telling.seen"))).ToBeVisibleAsync();
        await Expect(telling.Page.GetByText(Say("web.telling.seen"))).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("no scripts arrive")]
    [InlineData("one script does not arrive")]
    [InlineData("an address without TLS")]
    [InlineData("no cryptography")]
    public async Task A_browser_that_cannot_seal_leaves_it_to_the_server_and_the_page_says_so(string how)
    {
        Func<IPage, Task> prepare = how switch { "no scripts arrive" => NoFiles, "one script does not arrive" => NoScrubbing, "an address without TLS" => Insecure, _ => NoCryptography };
        await using var telling = await Telling.Come(chromium, host, Uzbek, prepare: prepare);
        await telling.Page.EvaluateAsync("document.readyState === 'complete' || new Promise(loaded => addEventListener('load', loaded, { once: true }))");
        await Expect(telling.Page.GetByText(Say("web.telling.seen"))).ToBeVisibleAsync();
        await telling.Writes(Story);
        await Expect(telling.Quote).ToHaveTextAsync(Scrubbed);
        await Expect(telling.Page.GetByText(Say("preview.who-reads"))).ToBeVisibleAsync();
        await telling.Button("send").ClickAsync();
        await Expect(telling.Heading).ToHaveTextAsync(Say("sent.heading"));
        Assert.Equal([Scrubbed], await Texts());
    }

    [Fact]
    public async Task Going_back_to_a_question_keeps_the_words_in_the_page_alone()
    {
        await using var telling = await Telling.Come(chromium, host, Uzbek);
        await telling.TakesOver();
        await telling.Box.FillAsync(Story);
        await telling.Button("q").ClickAsync();
        await Expect(telling.Heading).ToHaveTextAsync(Say("ask.deadline"));
        await telling.Page.Locator(".buttons button").First.ClickAsync();
        await Expect(telling.Box).ToHaveValueAsync(Story);
        await telling.Page.Locator("button[name=say]").ClickAsync();
        await Expect(telling.Quote).ToHaveTextAsync(Scrubbed);
        await telling.Button("send").ClickAsync();
        await Expect(telling.Heading).ToHaveTextAsync(Say("sent.heading"));

        Unread(telling, Story);
        var report = Assert.Single(await host.Reader.Read(host.Database));
        Assert.Equal((Scrubbed, "hours"), (report.GetProperty("text").GetString(), report.GetProperty("facets").GetProperty("deadline").GetString()));
    }

    [Fact]
    public async Task Skipping_with_words_in_the_box_does_not_leave_them_behind()
    {
        await using var telling = await Telling.Come(chromium, host, Uzbek);
        await telling.TakesOver();
        await telling.Box.FillAsync(Story);
        await telling.Button("preview").ClickAsync();
        await Expect(telling.Quote).ToHaveTextAsync(Scrubbed);
        Unread(telling, Story);
    }

    [Fact]
    public async Task Without_words_there_is_nothing_to_seal_and_the_page_goes_on()
    {
        await using var telling = await Telling.Come(chromium, host, Uzbek);
        await telling.TakesOver();
        await telling.Button("preview").ClickAsync();
        await telling.Button("send").ClickAsync();
        await Expect(telling.Heading).ToHaveTextAsync(Say("sent.heading"));
        Assert.Equal([""], await Texts());
    }

    [Theory]
    [InlineData("**/seal")]
    [InlineData("**/chat")]
    public async Task When_the_network_fails_the_words_stay_in_the_page_and_the_same_button_works_again(string address)
    {
        await using var telling = await Telling.Come(chromium, host, Uzbek);
        await telling.TakesOver();
        await telling.Page.RouteAsync(address, route => route.AbortAsync());
        await telling.Writes(Story);
        if (address == "**/chat")
        {
            await Expect(telling.Quote).ToHaveTextAsync(Scrubbed);
            await telling.Button("send").ClickAsync();
        }
        await Expect(telling.Status).ToHaveTextAsync(Say("web.sealed.failed"));
        await telling.Paint($"seal-failed-{address[3..]}");
        await telling.Page.UnrouteAsync(address);
        if (address == "**/seal")
        {
            await Expect(telling.Box).ToHaveValueAsync(Story);
            await telling.Page.Locator("button[name=say]").ClickAsync();
        }
        await Expect(telling.Quote).ToHaveTextAsync(Scrubbed);
        await telling.Button("send").ClickAsync();
        await Expect(telling.Heading).ToHaveTextAsync(Say("sent.heading"));
        Assert.Equal([Scrubbed], await Texts());
    }

    /// <summary>The report arrives, and what answers is lost on the way back.</summary>
    static async Task LoseAnswer(Telling telling) => await telling.Page.RouteAsync("**/chat", async route =>
    {
        await route.FetchAsync();
        await route.AbortAsync();
    });

    [Fact]
    public async Task After_a_lost_answer_the_same_words_make_one_report_and_other_words_another()
    {
        await using var telling = await Telling.Come(chromium, host, Uzbek);
        await telling.TakesOver();
        await LoseAnswer(telling);
        await telling.Writes(Story);
        await telling.Button("send").ClickAsync();
        await Expect(telling.Status).ToHaveTextAsync(Say("web.sealed.failed"));
        await telling.Button("send").ClickAsync();
        await Expect(telling.Status).ToHaveTextAsync(Say("web.sealed.failed"));
        await telling.Page.Locator("button[value*='.words.']:not([data-send])").ClickAsync();
        await Expect(telling.Box).ToHaveValueAsync(Story);
        await telling.Page.Locator("button[name=say]").ClickAsync();
        await Expect(telling.Quote).ToHaveTextAsync(Scrubbed);
        await telling.Button("send").ClickAsync();
        await Expect(telling.Status).ToHaveTextAsync(Say("web.sealed.failed"));
        Assert.Equal([Scrubbed], await Texts());

        await telling.Button("reword").ClickAsync();
        await telling.Writes("Бошқача айтаман.");
        await Expect(telling.Quote).ToHaveTextAsync("Бошқача айтаман.");
        await telling.Page.UnrouteAsync("**/chat");
        await telling.Button("send").ClickAsync();
        await Expect(telling.Heading).ToHaveTextAsync(Say("sent.heading"));
        Assert.Equal(["Бошқача айтаман.", Scrubbed], (await Texts()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task When_other_people_read_by_now_the_words_stay_and_are_sealed_to_them()
    {
        using var another = new Reader("m-2", "uz");
        await using var telling = await Telling.Come(chromium, host, Uzbek);
        await telling.TakesOver();
        await telling.Writes(Story);
        await Expect(telling.Quote).ToHaveTextAsync(Scrubbed);
        await another.Enrol(host.Database);
        await telling.Button("send").ClickAsync();
        await Expect(telling.Page.GetByText(Say("web.sealed.refused"))).ToBeVisibleAsync();
        await Expect(telling.Quote).ToHaveTextAsync(Scrubbed);
        Assert.Empty(await Texts());
        await telling.Button("preview").ClickAsync();
        await telling.Button("send").ClickAsync();
        await Expect(telling.Heading).ToHaveTextAsync(Say("sent.heading"));

        Assert.Equal([Scrubbed], await Texts());
        Assert.Equal(Scrubbed, Assert.Single(await another.Read(host.Database)).GetProperty("text").GetString());
        Unread(telling, Story);
    }

    [Fact]
    public async Task An_impatient_second_press_sends_once()
    {
        await using var telling = await Telling.Come(chromium, host, Uzbek);
        await telling.TakesOver();
        await telling.Writes(Story);
        await Expect(telling.Quote).ToHaveTextAsync(Scrubbed);
        await telling.Button("send").DblClickAsync();
        await Expect(telling.Heading).ToHaveTextAsync(Say("sent.heading"));
        Assert.Equal(1, await PlainRows.Count(host.Database, "reports"));
        Assert.Single(telling.Left, request => request.Contains("sealed=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_too_long_stays_where_it_can_be_made_shorter()
    {
        await using var telling = await Telling.Come(chromium, host, Uzbek);
        await telling.TakesOver();
        var text = string.Concat(Enumerable.Repeat("ж ", Report.MostCharacters));
        await telling.Writes(text + "охири");
        await Expect(telling.Status).ToContainTextAsync($"{text.Length + 5}");
        await Expect(telling.Status).ToContainTextAsync($"{Report.MostCharacters}");
        await telling.Paint("seal-too-long");
        await Expect(telling.Box).ToHaveValueAsync(text + "охири");
        Assert.DoesNotContain(telling.Left, request => request.Contains("/seal", StringComparison.Ordinal));
        await telling.Writes(text[..2000] + "охири");
        await Expect(telling.Quote).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Marked_names_are_hidden_unless_the_person_leaves_them_in()
    {
        const string accusing = "Мени майор Петров Иван Сергеевич урди.";
        foreach (var keeps in new[] { false, true })
        {
            await using var telling = await Telling.Come(chromium, host, Uzbek);
            await telling.TakesOver();
            await telling.Writes(accusing);
            await Expect(telling.Quote).ToContainTextAsync("⟦");
            await Expect(telling.Page.GetByText(Say("preview.names-hidden"))).ToBeVisibleAsync();
            await telling.Paint("seal-names");
            if (keeps)
            {
                await telling.Button("preview.names").ClickAsync();
                await Expect(telling.Page.GetByText(Say("preview.names-kept"))).ToBeVisibleAsync();
            }
            await telling.Button("send").ClickAsync();
            await Expect(telling.Heading).ToHaveTextAsync(Say("sent.heading"));
            Unread(telling, accusing);
        }
        var texts = await Texts();
        Assert.Equal(2, texts.Length);
        Assert.Single(texts, text => text == accusing);
        Assert.Single(texts, text => !text.Contains("Петров", StringComparison.Ordinal) && !text.Contains('⟦', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task With_a_receipt_the_digits_come_covered_and_the_page_goes_by_itself(ColorScheme scheme)
    {
        await using var telling = await Telling.Come(chromium, host, Language.Russian, options: settings => settings.ColorScheme = scheme);
        await telling.TakesOver();
        await telling.Paint($"seal-{scheme}-telling");
        await telling.Writes("Забрали паспорт и били.");
        await Expect(telling.Quote).ToHaveTextAsync("Забрали паспорт и били.");
        await telling.Paint($"seal-{scheme}-preview");
        await telling.Button("send.receipt").ClickAsync();
        await Expect(telling.Heading).ToHaveTextAsync(Say("paper.heading", Language.Russian));
        var digits = telling.Page.Locator(".digits");
        await Expect(digits).ToBeHiddenAsync();
        await telling.Paint($"seal-{scheme}-paper");
        await telling.Page.Locator("summary").ClickAsync();
        await Expect(digits).ToBeVisibleAsync();
        await telling.Paint($"seal-{scheme}-digits");
        Assert.Equal(Telling.Width, await telling.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Matches("^(\\d{4} ){4}\\d{4}$", await digits.InnerTextAsync());
        Assert.Equal("600;url=/ru/home", await telling.Page.Locator("meta[http-equiv=refresh]").GetAttributeAsync("content"));
    }

    [Fact]
    public async Task Who_comes_back_with_a_receipt_seals_what_he_adds()
    {
        await using var telling = await Telling.Come(chromium, host, Uzbek);
        await telling.TakesOver();
        await telling.Writes(Story);
        await telling.Button("send.receipt").ClickAsync();
        await telling.Page.Locator("summary").ClickAsync();
        await Expect(telling.Page.Locator(".digits")).ToBeVisibleAsync();
        var receipt = (await telling.Page.Locator(".digits").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await telling.Opens($"more.{receipt}", Uzbek);
        await telling.TakesOver();
        await Expect(telling.Page.GetByText(Say("web.sealed.telling.seen"))).ToBeVisibleAsync();
        await telling.Writes("Эртасига яна келишди.");
        await Expect(telling.Quote).ToHaveTextAsync("Эртасига яна келишди.");
        await telling.Paint("seal-more");
        await telling.Button("add").ClickAsync();
        await Expect(telling.Page.GetByText(Say("more.added"))).ToBeVisibleAsync();

        Unread(telling, Story);
        Unread(telling, "Эртасига яна келишди.");
        var added = Assert.Single(await host.Reader.Read(host.Database, Direction.Addition));
        Assert.Equal("Эртасига яна келишди.", added.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_page_that_was_put_in_the_place_of_another_still_goes_by_itself()
    {
        await using var telling = await Telling.Come(chromium, host, Language.Russian);
        await telling.TakesOver();
        await telling.Writes("Забрали паспорт и били.");
        await telling.Page.RouteAsync("**/chat", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("content=\"600;", "content=\"1;", StringComparison.Ordinal) });
        });
        await telling.Button("send.receipt").ClickAsync();
        await Expect(telling.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/ru/home$"));
        await Expect(telling.Page.Locator("form")).ToContainTextAsync(Say("home.text", Language.Russian));
    }

    [Fact]
    public async Task Words_that_look_like_markup_are_only_ever_text()
    {
        const string attack = "<img src=x onerror=alert(1)><b>жирно</b> &amp; </blockquote><script>alert(1)</script>";
        await using var telling = await Telling.Come(chromium, host, Uzbek);
        await telling.TakesOver();
        await telling.Writes(attack);
        await Expect(telling.Quote).ToContainTextAsync("<b>жирно</b> &amp; </blockquote>");
        Assert.Equal(0, await telling.Quote.Locator("*").CountAsync());
    }

    [Fact]
    public async Task Nothing_of_the_words_lies_in_any_storage_and_nothing_is_left_when_the_page_was_left()
    {
        await using var telling = await Telling.Come(chromium, host, Uzbek);
        await telling.TakesOver();
        await telling.Writes(Story);
        await Expect(telling.Quote).ToHaveTextAsync(Scrubbed);
        Assert.Equal("0 0 0", await telling.Page.EvaluateAsync<string>("async () => `${localStorage.length} ${sessionStorage.length} ${(await indexedDB.databases()).length}`"));
        await Expect(telling.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/chat$"));
        await telling.Page.EvaluateAsync("dispatchEvent(new Event('pagehide'))");
        Assert.DoesNotContain("олишди", await telling.Page.ContentAsync(), StringComparison.Ordinal);
        await telling.Page.Locator("button[value*='.words.']:not([data-send])").ClickAsync();
        await Expect(telling.Box).ToHaveValueAsync("");
        Unread(telling, Story);
    }

    [Fact]
    public async Task Browser_and_server_agree_on_the_work_and_on_the_hash()
    {
        await using var telling = await Telling.Come(chromium, host, Uzbek);
        await telling.TakesOver();
        var id = new string('a', 32);
        var (folder, found) = (MigrantBot.Channels.WebChat.WebFiles.Script.Replace("tell.js", "", StringComparison.Ordinal), 0);
        var hashes = await telling.Page.EvaluateAsync<string[]>(
            $"async texts => {{ const {{ sha256 }} = await import('{folder}sha256.js'); return texts.map(text => [...sha256(text)].map(word => (word >>> 0).toString(16).padStart(8, '0')).join('')); }}",
            new[] { "", "abc", new string('x', 55), $"{id}.4294967295" });
        Assert.Equal(
            new[] { "", "abc", new string('x', 55), $"{id}.4294967295" }.Select(text => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(text)))),
            hashes);
        found = await telling.Page.EvaluateAsync<int>($"async ([id, bits]) => (await import('{folder}work.js')).work(id, bits)", new object[] { id, Work.Bits });
        Assert.True(Work.IsEnough(id, $"{found}"));
        Assert.False(Work.IsEnough(id, "-1"));
    }

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_pages_of_sealing_fit_the_narrowest_phone_in_every_language(string code)
    {
        var language = Language.Find(code)!;
        await using var telling = await Telling.Come(chromium, host, language);
        await telling.TakesOver();
        await telling.Paint($"seal-{code}-1");
        await telling.Page.RouteAsync("**/chat", route => route.AbortAsync());
        await telling.Writes("…");
        await telling.Button("send").ClickAsync();
        await Expect(telling.Status).ToHaveTextAsync(Say("web.sealed.failed", language));
        await telling.Paint($"seal-{code}-2");
        Assert.Equal(Telling.Width, await telling.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.DoesNotContain(telling.Left, request => request.Contains("undefined", StringComparison.Ordinal));
    }
}
