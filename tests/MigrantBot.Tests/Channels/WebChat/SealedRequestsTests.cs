using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Dapper;
using MigrantBot.Channels.WebChat;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Intake;
using MigrantBot.Sealing;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Channels.WebChat;

/// <summary>What the server offers to a browser that seals, and what it takes from one: also from one that was written to do harm.</summary>
public sealed class SealedRequestsTests : IAsyncLifetime
{
    const string Story = "Паспортимни олишди, «имзола» дейишди.";

    static readonly string Draft = DraftCode.Write(new(RandomSecret(), new() { Who = Who.Self, Region = Region.Urals, Methods = Methods.Violence | Methods.Deportation }));
    static readonly string Telling = $"1.en.words.{Draft}";

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

    static UInt128 RandomSecret() => new((ulong)Random.Shared.NextInt64(), (ulong)Random.Shared.NextInt64());

    Task<HttpResponseMessage> Post(string address, params (string Name, string Value)[] fields) =>
        http.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    async Task<PageReader> Seal(params (string Name, string Value)[] fields)
    {
        using var answer = await Post("/seal", fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        return new(await answer.Content.ReadAsStringAsync());
    }

    async Task<Offered> Offer(string names = "some") => new(await Seal(("say", Telling), ("words", names)));

    async Task<(HttpStatusCode Status, PageReader Page)> Send(string to, string envelope, string work)
    {
        using var answer = await Post("/chat", ("to", to), ("sealed", envelope), ("work", work));
        return (answer.StatusCode, new(await answer.Content.ReadAsStringAsync()));
    }

    Task<long> Reports() => PlainRows.Count(host.Database, "reports");

    [Fact]
    public async Task What_was_sealed_elsewhere_is_kept_as_it_came_and_opens_with_its_readers_key()
    {
        var offered = await Offer();
        var (status, page) = await Send(offered.Sends[0], offered.Sealed(Story), offered.Work());

        Assert.Equal((HttpStatusCode.OK, RealWords.Wording.Say(Language.English, "sent.heading")), (status, page.Heading));
        var report = Assert.Single(await host.Reader.Read(host.Database));
        Assert.Equal(Story, report.GetProperty("text").GetString());
        Assert.Equal(("en", "urals"), (report.GetProperty("language").GetString(), report.GetProperty("facets").GetProperty("region").GetString()));
        Assert.Equal(["violence", "deportation"], report.GetProperty("facets").GetProperty("methods").EnumerateArray().Select(one => one.GetString()!).Order().Reverse());
    }

    [Fact]
    public async Task The_preview_is_the_one_that_everybody_sees_with_no_words_in_it()
    {
        var (sealing, plain) = ((await Offer()).Page, await http.Type(await http.Press(new PageReader(""), Telling), "…"));
        Assert.Equal("", sealing.Quoted);
        Assert.Null(sealing.Told);
        Assert.Equal(plain.To.Select(Screens), sealing.To.Select(Screens));
        Assert.Equal(plain.Heading, sealing.Heading);

        static string Screens(string code) => code[..code.LastIndexOf('.')];
    }

    [Fact]
    public async Task Words_that_are_new_take_a_fresh_draft_and_the_same_ones_keep_theirs()
    {
        var first = await Offer();
        var preview = Assert.Single(first.Page.To, code => code.Contains(".reword.", StringComparison.Ordinal));
        var again = new Offered(await Seal(("say", preview), ("told", "some")));
        var changed = new Offered(await Seal(("say", preview), ("words", "some")));

        Assert.Equal(first.Offer.Envelope, again.Offer.Envelope);
        Assert.Equal(3, new[] { first.Offer.Envelope, changed.Offer.Envelope, (await Offer()).Offer.Envelope }.Distinct().Count());
    }

    [Fact]
    public async Task Sending_twice_stores_once_and_a_receipt_may_still_be_asked_for()
    {
        var offered = await Offer();
        await Send(offered.Sends[0], offered.Sealed(Story), offered.Work());
        var (status, page) = await Send(offered.Sends[1], offered.Sealed("Something else."), offered.Work());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<details>", page.Html, StringComparison.Ordinal);
        Assert.Equal(1, await Reports());
        Assert.Equal(Story, Assert.Single(await host.Reader.Read(host.Database)).GetProperty("text").GetString());
    }

    async Task<string> Receipt()
    {
        var offered = await Offer();
        var (_, paper) = await Send(offered.Sends[1], offered.Sealed(Story), offered.Work());
        return Regex.Replace(Regex.Match(paper.Html, "class=\"digits\">([0-9 ]+)<").Groups[1].Value, " ", "");
    }

    [Fact]
    public async Task More_words_to_a_report_are_sealed_to_who_can_read_it_and_added_once()
    {
        var more = $"1.en.more.{await Receipt()}";
        var offered = new Offered(await Seal(("say", more), ("words", "names")));
        Assert.Equal(((int)Direction.Addition, host.Reader.Row.Id), (offered.Offer.Direction, Assert.Single(offered.Recipients).Id));
        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.OK, (await Send(offered.Sends[0], offered.Sealed("And one thing more."), offered.Work())).Status);

        Assert.Equal((1L, 2L), (await Reports(), await PlainRows.Count(host.Database, "envelopes")));
        var added = Assert.Single(await host.Reader.Read(host.Database, Direction.Addition));
        Assert.Equal(("en", "And one thing more."), (added.GetProperty("language").GetString(), added.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Under_a_receipt_of_nothing_there_is_nothing_to_seal_for_and_the_words_stay_with_the_person()
    {
        var receipt = Core.Reporting.Receipt.Of(12345).Reveal();
        var preview = await Seal(("say", $"1.en.more.{receipt}"), ("words", "some"));
        Assert.DoesNotContain("data-offer", preview.Html, StringComparison.Ordinal);
        var send = preview.To.First(code => code.Contains(".add.", StringComparison.Ordinal));
        var nothing = await Seal(("to", send), ("told", "some"));
        Assert.Equal(RealWords.Wording.Say(Language.English, "receipt.nothing.heading"), nothing.Heading);
        Assert.Equal("", nothing.Quoted);
    }

    [Fact]
    public async Task However_many_wrong_receipts_are_tried_here_the_right_one_is_found()
    {
        var right = await Receipt();
        for (var tried = 0; tried < ReturningTries.MostOfAll + 1; tried++)
            Assert.Equal(
                RealWords.Wording.Say(Language.English, "receipt.nothing.heading"),
                (await Seal(("to", $"1.en.mine.{Core.Reporting.Receipt.Of((UInt128)tried).Reveal()}"))).Heading);
        var mine = await http.Type(await http.Press(new PageReader(""), "1.en.receipt"), right);
        Assert.Contains($"1.en.more.{right}", mine.To);
    }

    public static TheoryData<string> Wrongs =>
    [
        "too little work", "work of another", "no number", "no work", "a stranger", "nobody", "one twice", "junk", "not JSON", "nothing", "too short a body", "too long a body",
        "an odd body", "another version", "a short key", "a key off the curve", "no key", "another place", "a preview", "an address of nothing",
    ];

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task What_is_not_as_it_was_offered_is_refused_with_a_page_and_nothing_is_stored(string wrong)
    {
        var (offered, other) = (await Offer(), await Offer());
        using var stranger = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var (one, id) = (P256.PublicKeyOf(stranger), offered.Offer.Recipients[0].Id);
        var (to, envelope, work) = (offered.Sends[0], offered.Sealed(Story), offered.Work());
        var key = RandomNumberGenerator.GetBytes(113);
        one.CopyTo(key, 0);
        byte[] body = [1, .. RandomNumberGenerator.GetBytes(28 + 2048)];
        (to, envelope, work) = wrong switch
        {
            "too little work" => (to, envelope, offered.Work(isEnough: false)),
            "work of another" => (to, envelope, other.Work()),
            "no number" => (to, envelope, "-1"),
            "no work" => (to, envelope, ""),
            "a stranger" => (to, offered.Sealed(Story, [new("m-9", one)]), work),
            "nobody" => (to, Offered.Written(body, []), work),
            "one twice" => (to, Offered.Written(body, [(id, key), (id, key)]), work),
            "junk" => (to, "\u0001{]", work),
            "not JSON" => (to, Story, work),
            "nothing" => (to, "", work),
            "too short a body" => (to, Offered.Written(body[..29], [(id, key)]), work),
            "too long a body" => (to, Offered.Written([1, .. new byte[28 + 9 * 2048]], [(id, key)]), work),
            "an odd body" => (to, Offered.Written(body[..^1], [(id, key)]), work),
            "another version" => (to, Offered.Written([2, .. body[1..]], [(id, key)]), work),
            "a short key" => (to, Offered.Written(body, [(id, key[..112])]), work),
            "a key off the curve" => (to, Offered.Written(body, [(id, [4, .. new byte[112]])]), work),
            "no key" => (to, Offered.Written(body, [(id, null!)]), work),
            "another place" => ("1.en.home", envelope, work),
            "a preview" => (to.Replace(".send.words.", ".preview.", StringComparison.Ordinal), envelope, work),
            "an address of nothing" => ("nonsense", envelope, work),
            _ => throw new ArgumentOutOfRangeException(nameof(wrong)),
        };
        var (status, page) = await Send(to, envelope, work);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(PageWriting.Encode(RealWords.Wording.Say(to == "nonsense" ? Language.Russian : Language.English, "web.sealed.refused")), page.Html, StringComparison.Ordinal);
        Assert.Equal(0, await Reports());
        Assert.Equal(0, await PlainRows.Count(host.Database, "envelopes"));
    }

    [Fact]
    public async Task As_many_readers_as_there_are_are_offered_three_at_most_and_fewer_are_not_taken()
    {
        List<Reader> more = [new("m-2", "uz"), new("m-3", "uz"), new("m-4", "uz")];
        foreach (var reader in more)
            await reader.Enrol(host.Database);
        var offered = await Offer();

        Assert.Equal(3, offered.Recipients.Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(offered.Sends[0], offered.Sealed(Story, [.. offered.Recipients.Take(2)]), offered.Work())).Status);
        Assert.Equal(HttpStatusCode.OK, (await Send(offered.Sends[0], offered.Sealed(Story), offered.Work())).Status);
        more.ForEach(reader => reader.Dispose());
    }

    [Fact]
    public async Task Asking_for_an_offer_stores_nothing_whatever_is_pressed()
    {
        var offered = await Offer();
        var page = await Seal(("to", offered.Sends[0]), ("told", "some"));
        Assert.Equal(offered.Sends, new Offered(page).Sends);
        Assert.Equal(0, await Reports());
    }

    [Fact]
    public async Task Who_tries_again_after_words_could_not_be_added_gets_a_page_on_which_they_can_be_sealed()
    {
        var receipt = await Receipt();
        var add = $"1.en.add.{Draft[..22]}.{receipt}";
        var offered = new Offered(await Seal(("to", add), ("told", "some")));
        Assert.Equal(add, Assert.Single(offered.Sends));
        Assert.Equal(HttpStatusCode.OK, (await Send(add, offered.Sealed(Story), offered.Work())).Status);
    }

    [Fact]
    public async Task Words_that_come_where_only_a_mark_is_asked_for_are_not_read()
    {
        var page = await Seal(("say", Telling), ("words", Story), ("told", Story));
        Assert.DoesNotContain("Паспорт", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.Equal("", page.Quoted);
    }

    [Fact]
    public async Task While_nobody_can_read_the_words_stay_with_the_person()
    {
        var offered = await Offer();
        await host.Database.Write(
            (connection, transaction) => connection.ExecuteAsync("UPDATE moderators SET status = 'gone'", transaction: transaction), CancellationToken.None);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(offered.Sends[0], offered.Sealed(Story), offered.Work())).Status);
        await host.Look();
        var closed = await Seal(("say", Telling), ("words", "some"));
        Assert.Equal("We take no reports at the moment.", closed.Heading);
        Assert.Equal("", closed.Quoted);
        Assert.Equal(0, await Reports());
    }

    [Fact]
    public async Task Only_a_page_that_asks_for_words_lets_a_script_in_and_only_our_own()
    {
        var telling = await http.Send(("to", Telling));
        Assert.Contains("; script-src 'self'; connect-src 'self'; ", telling.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var page = await telling.Content.ReadAsStringAsync();
        var script = Regex.Match(page, "<script type=\"module\" src=\"(/files/[0-9a-f]{16}/tell\\.js)\"></script>").Groups[1].Value;
        Assert.Equal(2, page.Split("<script").Length);
        var file = await http.GetAsync(script);
        Assert.Equal(("text/javascript", "public, max-age=31536000, immutable"), (file.Content.Headers.ContentType!.MediaType, file.Headers.CacheControl!.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/files/0000000000000000/tell.js")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(script.Replace("tell.js", "queue.js", StringComparison.Ordinal))).StatusCode);

        foreach (var other in new[] { "1.en.receipt", $"1.en.q.who.0.{Draft}", $"1.en.preview.{Draft}", "1.en.tell" })
        {
            var answer = await http.Send(("to", other));
            Assert.DoesNotContain("script", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_page_with_all_that_sealing_needs_is_no_larger_than_any_other_may_be(string language)
    {
        foreach (var id in new[] { "2", "3" })
            await new Reader(new string(id[0], 32), "uz").Enrol(host.Database);
        var (telling, preview) = (await http.Send(("to", $"1.{language}.words.{Draft}")), await Seal(("say", $"1.{language}.words.{Draft}"), ("words", "names")));
        Assert.Equal(3, new Offered(preview).Recipients.Count);
        Assert.InRange((await telling.Content.ReadAsByteArrayAsync()).Length, 1, 14 * 1024);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(preview.Html), 1, 14 * 1024);
    }

    [Fact]
    public async Task A_page_that_goes_by_itself_or_shows_a_receipt_is_kept_by_no_browser()
    {
        using var answer = await http.Send(("to", $"1.en.paper.{Draft[..22]}"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"600;url=/en/home\">", page, StringComparison.Ordinal);
        Assert.Contains("<details><summary", page, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_scripts_together_come_packed_and_small_enough_for_a_slow_network()
    {
        var bytes = 0L;
        foreach (var name in new[] { "tell.js", "scrub.js", "scrub-contacts.js", "scrub-evidence.js", "scrub-names.js", "scrub-numbers.js", "scrub-plain.js", "scrub-rules.js", "scrub-spelt.js", "scrub-text.js", "work.js", "sha256.js", "envelope.js", "hpke.js", "bytes.js" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, WebFiles.Script.Replace("tell.js", name, StringComparison.Ordinal)) { Headers = { { "Accept-Encoding", "gzip" } } };
            using var file = await http.SendAsync(request);
            Assert.Equal("gzip", Assert.Single(file.Content.Headers.ContentEncoding));
            bytes += file.Content.Headers.ContentLength!.Value;
        }
        Assert.InRange(bytes, 1, 60 * 1024);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    public async Task A_body_that_is_no_form_of_ours_is_refused(string type)
    {
        using var content = new StringContent("say=x", System.Text.Encoding.ASCII, type);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await http.PostAsync("/seal", content)).StatusCode);
    }

    [Theory]
    [InlineData("say", "nonsense")]
    [InlineData("to", "")]
    [InlineData("names", "x")]
    [InlineData("say", "1.en.words.AAAA")]
    public async Task Garbage_gets_a_page_and_no_offer(string name, string value)
    {
        var page = await Seal((name, value), ("words", "some"));
        Assert.DoesNotContain("data-offer", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_of_a_place_that_sends_is_the_only_one_with_which_words_may_come()
    {
        Assert.True(BrowserSealing.Sends(new ReportPlace.Send(Language.English, new(1, new()), Told.Words)));
        Assert.False(BrowserSealing.Sends(new ReportPlace.Send(Language.English, new(1, new()))));
        Assert.False(BrowserSealing.Sends(new ReportPlace.Preview(Language.English, new(1, new()))));
    }
}
