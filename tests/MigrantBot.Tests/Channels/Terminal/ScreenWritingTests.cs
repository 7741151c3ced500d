using MigrantBot.Channels.Terminal;
using MigrantBot.Content;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Tests.Channels.Terminal;

public sealed class ScreenWritingTests
{
    static readonly Recording Law = new(Language.Tajik, "law-uz");

    static Screen Screen(Recording? plays) => new(new GeneralPlace.Home(Language.Tajik), [new(LineStyle.Text, "home.text")], []) { Plays = plays };

    [Fact]
    public void A_screen_that_plays_something_names_its_file()
    {
        var edition = RealWords.Edition with { Recordings = new Dictionary<Recording, RecordingFile> { [Law] = new("/locales/tg/audio/law-uz.ogg", 1, default) } };
        Assert.Contains("\n  🔊 /locales/tg/audio/law-uz.ogg\n", ScreenWriting.Write(Screen(Law), edition).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("🔊", ScreenWriting.Write(Screen(null), edition), StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_and_a_letter_stand_apart_from_the_rest()
    {
        var screen = Screen(null) with { Covered = new("1234 5678 9012 3456 7890"), Letter = new("Biz bilan\nkeling") };
        var text = ScreenWriting.Write(screen, RealWords.Edition).ReplaceLineEndings("\n");
        Assert.Contains("\n  ▒ 1234 5678 9012 3456 7890 ▒\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  ✉ Biz bilan\n  ✉ keling\n", text, StringComparison.Ordinal);
    }
}
