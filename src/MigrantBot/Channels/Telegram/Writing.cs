using System.Security.Cryptography;
using System.Text;
using MigrantBot.Channels.Telegram.Api;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Channels.Telegram;

/// <summary>A screen as Telegram takes it. <paramref name="Plain"/> is the same text without any formatting, should Telegram refuse the first.</summary>
sealed record Written(string Html, string Plain, InlineKeyboardMarkup Keyboard, InlineKeyboardMarkup WayOut)
{
    /// <summary>Repeats a person's words: must not be forwarded or saved.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Equal for screens that look the same. Tells nothing about the text to who sees only this number.</summary>
    public ulong Look { get; } = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{Html}\n{Buttons(Keyboard)}")));

    public override string ToString() => nameof(Written);

    static string Buttons(InlineKeyboardMarkup keyboard) => string.Join('\n', keyboard.InlineKeyboard.Select(row =>
        string.Join('\t', row.Select(button => $"{button.Text}|{button.CallbackData}{button.Url}{button.CopyText?.Text}|{button.Style}"))));
}

/// <summary>
/// Renders a screen. A person's words are the only block quotation that cannot be folded, and long details always can be: so
/// <see cref="Reading"/> finds the words again in the message that a button belongs to.
/// </summary>
static class Writing
{
    /// <summary>Telegram's limit for a message, in UTF-16 code units after its entities are taken out.</summary>
    public const int MostCharacters = 4096;

    public static Written Write(Screen screen, Func<Language, Line, string> say)
    {
        var language = screen.Place.Language;
        var paragraphs = screen.Lines
            .Select(line => new Paragraph(say(language, line).Trim(), line.Style))
            .Where(paragraph => paragraph.Text.Length > 0)
            .ToList();
        if (screen.Quote is { AreEmpty: false } quote)
            paragraphs.Add(new Paragraph(Fit(quote.Reveal().Trim(), MostCharacters - Plain(paragraphs).Length - 2), null));
        var text = Plain(paragraphs);
        if (text.Length is 0 or > MostCharacters)
            throw new InvalidOperationException($"The screen of {screen.Place.GetType().Name} in {language} has {text.Length} characters; Telegram takes 1 to {MostCharacters}.");
        return new Written(Html(paragraphs), text, Keyboard.Of(screen, say), Keyboard.WayOutOf(screen, say)) { IsProtected = screen.Quote is not null };
    }

    static string Html(IReadOnlyList<Paragraph> paragraphs) => Join(paragraphs, paragraph => paragraph.Html);

    static string Plain(IReadOnlyList<Paragraph> paragraphs) => Join(paragraphs, paragraph => paragraph.Text);

    static string Join(IReadOnlyList<Paragraph> paragraphs, Func<Paragraph, string> render)
    {
        var text = new StringBuilder();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (i > 0)
                text.Append(paragraphs[i - 1].Style == LineStyle.Source && paragraphs[i].Style == LineStyle.Source ? "\n" : "\n\n");
            text.Append(render(paragraphs[i]));
        }
        return text.ToString();
    }

    /// <summary>Cuts what cannot be shown, and shows that it is cut. The core keeps typed words short enough that it does not happen.</summary>
    static string Fit(string text, int room)
    {
        if (text.Length <= room)
            return text;
        var end = Math.Max(0, room - 1);
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
            end--;
        return $"{text[..end]}…";
    }

    /// <summary>A style of null is a person's own words.</summary>
    readonly record struct Paragraph(string Text, LineStyle? Style)
    {
        public string Html => Style switch
        {
            null => $"<blockquote>{Escaped}</blockquote>",
            LineStyle.Text => Escaped,
            LineStyle.Heading or LineStyle.Sentence or LineStyle.Placard => $"<b>{Escaped}</b>",
            LineStyle.Detail => $"<blockquote expandable>{Escaped}</blockquote>",
            LineStyle.Source => $"<i>{Escaped}</i>",
            _ => throw new InvalidOperationException($"No look for {Style}."),
        };

        public override string ToString() => nameof(Paragraph);

        string Escaped => Text
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
    }
}
