using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Channels.WebChat;

/// <summary>
/// A screen as one page of HTML, whole: no image, no cookie, and no script but on a page that asks for words, which works without it. What can be heard comes only when it is asked for. Public places are
/// links; whatever carries answers is a button of one form, so that no draft stands in an address, a history or a log.
/// </summary>
static class PageWriting
{
    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Letters that the box takes: four times what a report can, so that too long a text is answered and neither refused unread nor cut where nobody sees it.</summary>
    internal const int MostTyped = 12_000;

    /// <summary>
    /// The page; <paramref name="typed"/> are the words just typed, put back where the screen leaves them with the person. <paramref name="browser"/>: for a
    /// browser that may seal; of the person's words there is then nothing but the place for them.
    /// </summary>
    /// <param name="screen">What is shown.</param>
    /// <param name="wording">In which words.</param>
    /// <param name="options">Whether it is a demo.</param>
    /// <param name="typed">The words just typed.</param>
    /// <param name="browser">What a browser that may seal is told.</param>
    internal static string Write(Screen screen, Wording wording, WebChatOptions options, Words? typed = null, InBrowser? browser = null)
    {
        var language = screen.Place.Language;
        var page = new StringBuilder($"""
            <!doctype html>
            <html lang="{language.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(wording.Say(language, "web.title"))}</title>
            <style>{PageStyle.Css}</style>
            {(browser is null ? "" : InBrowser.Script)}{(screen.IsBrief ? Refresh(screen) : "")}</head>
            <body>
            <main>
            {Invented(language, wording, options)}<form method="post" action="/chat"{browser?.Form(language, wording)}>
            <section class="card">

            """);
        if (browser is null && (screen.Quote ?? screen.Kept) is { } told)
            page.Append(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"told\" value=\"{Encode(told.Reveal())}\">\n");
        if (screen.Plays is { } recording)
            page.Append(Player(recording));
        WriteLines(page, screen, wording, browser);
        page.Append(browser is null ? "" : InBrowser.Status);
        if (screen.AsksForWords)
            WriteTextBox(page, screen, wording, typed);
        page.Append("</section>\n");
        WriteButtons(page, "buttons", screen.Buttons, language, wording, browser);
        WriteButtons(page, "navigation", screen.Navigation, language, wording, browser);
        return page.Append("</form>\n</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>What stands on top of every page of a demo.</summary>
    internal static string Invented(Language language, Wording wording, WebChatOptions options) =>
        options.IsInvented ? $"<p class=\"invented\" role=\"note\" lang=\"{language.Code}\">{Encode(wording.Say(language, "web.invented"))}</p>\n" : "";

    /// <summary>A page that says more than a stranger may see goes by itself, also without a script.</summary>
    static string Refresh(Screen screen) =>
        $"<meta http-equiv=\"refresh\" content=\"{(int)Screen.Brief.TotalSeconds};url={WebAddress.HomeOf(screen.Place.Reader)}\">\n";

    /// <summary>A browser that plays nothing of the kind shows the link.</summary>
    static string Player(Recording recording) =>
        $"<audio controls preload=\"none\" src=\"{WebAddress.Of(recording)}\"><a class=\"button\" href=\"{WebAddress.Of(recording)}\">🔊</a></audio>\n";

    static void WriteLines(StringBuilder page, Screen screen, Wording wording, InBrowser? browser)
    {
        var level = 1;
        foreach (var line in screen.Lines)
        {
            var text = Encode(Say(screen.Place.Language, line, wording));
            var lang = (line.In is { } other ? $" lang=\"{other.Code}\"" : "") + (browser is null ? "" : InBrowser.Instead(screen.Place.Language, line, wording));
            page.Append(line.Style switch
            {
                LineStyle.Heading => $"<h{level}{lang}>{text}</h{level}>",
                LineStyle.Sentence => $"<p class=\"sentence\"{lang}>{text}</p>",
                LineStyle.Placard => $"<p class=\"placard\"{lang}>{text}</p>",
                LineStyle.Detail => $"<blockquote class=\"detail\"{lang}>{text}</blockquote>",
                LineStyle.Source => $"<p class=\"source\"{lang}>{text}</p>",
                _ => $"<p{lang}>{text}</p>",
            }).Append('\n');
            level = line.Style == LineStyle.Heading ? 2 : level;
        }
        if (screen.Covered is { } covered)
            page.Append($"<details><summary class=\"button\">{Encode(wording.Say(screen.Place.Language, "web.covered"))}</summary><p class=\"digits\">{Encode(covered.Reveal())}</p></details>\n");
        if (screen.Letter is { } letter)
            page.Append($"<blockquote class=\"letter\">{Encode(letter.Reveal())}</blockquote>\n");
        if (screen.Quote is { } quote)
            page.Append($"<blockquote>{(browser is null ? Encode(quote.Reveal()) : "")}</blockquote>\n");
    }

    static void WriteTextBox(StringBuilder page, Screen screen, Wording wording, Words? typed)
    {
        var language = screen.Place.Language;
        page.Append($"""
            <label for="words">{Encode(wording.Say(language, "web.your-words"))}</label>
            <textarea id="words" name="words" autocomplete="off" spellcheck="false" maxlength="{MostTyped}">
            {(screen.LeavesTyped && typed is not null ? Encode(typed.Reveal()) : "")}</textarea>
            <button class="button success" name="say" value="{PlaceCode.Write(screen.Place)}">{Encode(wording.Say(language, "web.send-words"))}</button>

            """);
    }

    static void WriteButtons(StringBuilder page, string kind, IReadOnlyList<Button> buttons, Language language, Wording wording, InBrowser? browser)
    {
        if (buttons.Count == 0)
            return;
        page.Append($"<nav class=\"{kind}\">\n");
        foreach (var button in buttons)
            page.Append(Write(button, language, wording, browser)).Append('\n');
        page.Append("</nav>\n");
    }

    static string Write(Button button, Language language, Wording wording, InBrowser? browser)
    {
        var label = Encode((button.IsChosen ? "✅ " : "") + Say(language, button.Label, wording));
        var lang = button.Label.In is { } other ? $" lang=\"{other.Code}\"" : "";
        var tone = button.Tone switch { Tone.Danger => " danger", Tone.Success => " success", _ => "" } + (button.IsChosen ? " chosen" : "");
        return button.Target switch
        {
            Target.To { Place.IsPrivate: true } to => $"<button class=\"button{tone}\" name=\"to\" value=\"{PlaceCode.Write(to.Place)}\"{browser?.Mark(to.Place)}{lang}>{label}</button>",
            Target.To to => $"<a class=\"button{tone}\" href=\"{WebAddress.Of(to.Place)}\"{lang}>{label}</a>",
            Target.Link link => $"<a class=\"button{tone}\" href=\"{Encode(link.Address.AbsoluteUri)}\" rel=\"noreferrer noopener\"{lang}>{label}</a>",
            Target.Copy copy => $"<a class=\"button{tone} copy\" href=\"tel:{Encode(copy.Text.Replace(" ", "", StringComparison.Ordinal))}\">{label}</a>",
            _ => throw new ArgumentOutOfRangeException(nameof(button)),
        };
    }

    /// <summary>The words of this channel where it has its own (<c>web.{key}</c>): what is true of Telegram need not be true here.</summary>
    static string Say(Language language, Line line, Wording wording)
    {
        var own = line with { Key = $"web.{line.Key}" };
        return wording.Say(language, wording.Has(line.In ?? language, own.Key) ? own : line);
    }

    internal static string Encode(string text) => Html.Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal);
}
