using System.Text;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Channels.WebChat;

/// <summary>The page for the case that something broke and nobody knows the person's language any more.</summary>
static class ApologyPage
{
    internal static string Write(Wording wording, WebChatOptions options)
    {
        var page = new StringBuilder($"""
            <!doctype html>
            <html lang="mul">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>…</title><style>{PageStyle.Css}</style></head>
            <body><main><section class="card">

            """);
        foreach (var language in Language.All)
            page.Append(PageWriting.Invented(language, wording, options)).Append($"<p lang=\"{language.Code}\">{PageWriting.Encode(wording.Say(language, "broke.text"))}</p>\n");
        return page.Append("</section><a class=\"button\" href=\"/\">🏠</a></main></body></html>\n").ToString();
    }
}
