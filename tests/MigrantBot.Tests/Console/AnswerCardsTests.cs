using System.Net;
using System.Net.Http.Json;
using MigrantBot.Console;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Tests.Console;

public sealed class AnswerCardsTests : ConsoleTest
{
    static async Task<T> Read<T>(Visitor visitor, string path)
    {
        using var answer = await visitor.Get($"{ConsolePaths.Api}/{path}");
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    [Fact]
    public async Task Every_card_is_there_in_every_language_in_the_order_of_its_file()
    {
        using var me = await Visitor.SignedIn(Host);
        foreach (var language in Language.All)
        {
            var cards = await Read<AnswerCards.CardView[]>(me, $"answers?language={language.Code}");
            Assert.Equal(RealWords.Catalogue.Answers.Select(card => card.Id), cards.Select(card => card.Id));
            Assert.All(cards, card => Assert.InRange(card.Text.Length, 60, AnswerCard.MostCharacters));
            Assert.All(cards, card => Assert.DoesNotContain('{', card.Title + card.Text));
        }
    }

    [Fact]
    public async Task A_second_paragraph_stands_apart()
    {
        using var me = await Visitor.SignedIn(Host);
        var card = Assert.Single(await Read<AnswerCards.CardView[]>(me, "answers?language=en"), card => card.Id == "sign-nothing");
        Assert.Equal("Sign nothing", card.Title);
        Assert.StartsWith("Do not sign anything that you do not understand.", card.Text, StringComparison.Ordinal);
        Assert.Contains("your signature.\n\nAsk what each sheet is.", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_is_old_once_one_on_which_it_rests_is()
    {
        var rests = RealWords.Catalogue.Answers.Single(card => card.Id == "sign-nothing");
        var first = rests.RestsOn.Min(id => RealWords.Catalogue.All.Single(dated => dated.Id == id).ReviewBy);
        Assert.Equal(first, rests.ReviewBy);
        using var me = await Visitor.SignedIn(Host);
        Assert.Equal(rests.IsOld(DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime)), await IsOld(me));

        Host.Clock.Advance(first.AddDays(1).ToDateTime(TimeOnly.MinValue) - Host.Clock.GetUtcNow().UtcDateTime);
        using var later = await Visitor.SignedIn(Host, "m-2", "bek");
        Assert.True(await IsOld(later));
    }

    static async Task<bool> IsOld(Visitor visitor) =>
        (await Read<AnswerCards.CardView[]>(visitor, "answers?language=ru")).Single(card => card.Id == "sign-nothing").IsOld;

    [Fact]
    public async Task The_words_around_an_answer_are_those_of_the_reporters_screen()
    {
        using var me = await Visitor.SignedIn(Host);
        var around = await Read<AnswerCards.AroundView>(me, "preview?language=ru");
        Assert.Equal($"Ответ от {Host.Clock.GetUtcNow():dd.MM.yyyy}", around.Heading);
        Assert.Equal(RealWords.Wording.Say(Language.Russian, "answer.beware"), around.Note);
    }

    [Theory]
    [InlineData("answers?language=de")]
    [InlineData("answers")]
    [InlineData("preview?language=RU")]
    public async Task A_language_that_there_is_not_is_refused(string path)
    {
        using var me = await Visitor.SignedIn(Host);
        using var answer = await me.Get($"{ConsolePaths.Api}/{path}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Strangers_get_no_cards()
    {
        using var stranger = new Visitor(Host);
        using var answer = await stranger.Get($"{ConsolePaths.Api}/answers?language=ru");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
