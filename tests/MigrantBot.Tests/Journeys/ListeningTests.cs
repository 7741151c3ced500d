using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Texts;

namespace MigrantBot.Tests.Journeys;

public sealed class ListeningTests
{
    [Fact]
    public async Task A_recording_put_beside_the_words_is_heard_in_Telegram_and_gone_with_the_chat()
    {
        using var locales = new LocalesFolder();
        await using var premises = await Premises.Open(("Locales__Path", locales.Path), ("Locales__Reload", "true"));
        var id = RealWords.Catalogue.Phrases[0].Id;
        var person = new Migrant(premises.Telegram.User(), Language.Tajik);
        await person.Goes(Ways.ToHome);
        locales.Write($"tg/audio/{id}.ogg", SilentOpus.Of(2));

        await person.Phone.Forges($"1.tg.say.{id}").Done;
        var heard = await person.Presses("button.listen").Done;

        Assert.Equal(SilentOpus.Of(2), Assert.Single(heard.Voices).Voice!.Bytes);
        await person.Presses("button.clear").Done;
        Assert.Empty(person.Sees.Voices);
        Assert.Empty(premises.Telegram.Violations);
    }
}
