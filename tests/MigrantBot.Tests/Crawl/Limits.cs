using System.Text;
using MigrantBot.Channels.Telegram;
using MigrantBot.Channels.WebChat;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Tests.Crawl;

/// <summary>What every screen keeps to, on the phone and on the page.</summary>
static class Limits
{
    const int MostNavigation = 3;
    const int MostBytesOfPage = 14 * 1024;
    const int MostBytesOfCode = 64;
    const int MostOfCopy = 256;

    public static IEnumerable<string> Breaches(Visit visit)
    {
        var screen = visit.Screen with { Quote = null, Kept = null, Letter = null };
        var telegram = Writing.Write(screen, RealWords.Wording.Say);
        var page = PageWriting.Write(screen, RealWords.Wording, new(IsInvented: true));
        var buttons = telegram.Keyboard.InlineKeyboard.SelectMany(row => row).ToList();
        string[] found =
        [
            .. Unless(telegram.Plain.Length <= Screen.MostCharacters, $"{telegram.Plain.Length} characters"),
            .. Unless(!telegram.Plain.Contains('{') && !page[page.IndexOf("<body>", StringComparison.Ordinal)..].Contains('{'), "an open place {"),
            .. Unless(screen.Buttons.Count <= Screen.MostButtons, $"{screen.Buttons.Count} buttons"),
            .. Unless(screen.Navigation.Count <= MostNavigation, $"{screen.Navigation.Count} buttons of navigation"),
            .. Unless(screen.Place is GeneralPlace.Home || screen.Navigation.Any(IsHome), "no way home"),
            .. Unless(buttons.All(button => button.Text.Trim().Length > 0), "an empty button"),
            .. Unless(buttons.All(button => Encoding.UTF8.GetByteCount(button.CallbackData ?? "") <= MostBytesOfCode), "an address above 64 bytes"),
            .. Unless(buttons.All(button => (button.CopyText?.Text.Length ?? 0) <= MostOfCopy), "a text to copy above 256 characters"),
            .. Unless(Encoding.UTF8.GetByteCount(page) <= MostBytesOfPage, $"a page of {Encoding.UTF8.GetByteCount(page)} bytes"),
            .. Unless(Writing.Write(visit.Screen, RealWords.Wording.Say).Plain.Length <= Writing.MostCharacters, "more than a message"),
            .. Unless(screen.Buttons.Concat(screen.Navigation).All(HasAddress), "a page without a stable address"),
        ];
        return found.Select(what => $"{screen.Place.Language.Code}, {visit.Kind}: {what}, by{visit.Way}");
    }

    static IEnumerable<string> Unless(bool holds, string what) => holds ? [] : [what];

    static bool IsHome(Button button) => button.Target is Target.To { Place: GeneralPlace.Home };

    /// <summary>A public place is found again by the address of its page.</summary>
    static bool HasAddress(Button button)
    {
        if (button.Target is not Target.To { Place: { IsPrivate: false } place })
            return true;
        var parts = WebAddress.Of(place).Split('/', 3);
        return Places.Read(WebAddress.Code(parts[1], parts[2]), RealWords.Catalogue) == place;
    }
}
