using System.Security.Cryptography;
using System.Text;
using MigrantBot.Channels.Telegram.Api;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Channels.Telegram;

/// <summary>A screen as Telegram takes it. <paramref name="Plain"/> is the same text without any formatting, should Telegram refuse the first.</summary>
sealed record Written(string Html, string Plain, InlineKeyboardMarkup Keyboard, InlineKeyboardMarkup WayOut)
{
    /// <summary>Holds what a person or a moderator wrote, or a receipt: must not be forwarded or saved.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Equal for screens that look the same. Tells nothing about the text to who sees only this number.</summary>
    public ulong Look { get; } = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{Html}\n{Buttons(Keyboard)}")));

    public override string ToString() => nameof(Written);

    static string Buttons(InlineKeyboardMarkup keyboard) => string.Join('\n', keyboard.InlineKeyboard.Select(row =>
        string.Join('\t', row.Select(button => $"{button.Text}|{button.CallbackData}{button.Url}{button.CopyText?.Text}|{button.Style}"))));
}

/// <summary>
/// Renders a screen. A person's words are the only block quotation that cannot be folded; long details and letters always can be: so
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
            .Select(line => new Paragraph(say(language, line).Trim(), LookOf(line.Style)))
            .Where(paragraph => paragraph.Text.Length > 0)
            .ToList();
        Add(screen.Covered, Look.Covered);
        var letterAt = paragraphs.Count;
        Add(screen.Quote, Look.Quoted);
        // What the person wrote has to come back whole with the next button; a letter only has to be read.
        Add(screen.Letter, Look.Folded, letterAt);
        var text = Plain(paragraphs);
        if (text.Length is 0 or > MostCharacters)
            throw new InvalidOperationException($"The screen of {screen.Place.GetType().Name} in {language} has {text.Length} characters; Telegram takes 1 to {MostCharacters}.");
        return new Written(Html(paragraphs), text, Keyboard.Of(screen, say), Keyboard.WayOutOf(screen, say)) { IsProtected = (screen.Quote ?? screen.Covered ?? screen.Letter) is not null };

        void Add(Words? words, Look look, int? at = null)
        {
            if (words is { AreEmpty: false })
                paragraphs.Insert(at ?? paragraphs.Count, new Paragraph(Fit(words.Reveal().Trim(), MostCharacters - Plain(paragraphs).Length - 2), look));
        }
    }

    static string Html(IReadOnlyList<Paragraph> paragraphs) => Join(paragraphs, paragraph => paragraph.Html);

    static string Plain(IReadOnlyList<Paragraph> paragraphs) => Join(paragraphs, paragraph => paragraph.Text);

    static string Join(IReadOnlyList<Paragraph> paragraphs, Func<Paragraph, string> render)
    {
        var text = new StringBuilder();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (i > 0)
                text.Append(paragraphs[i - 1].Look == Look.Source && paragraphs[i].Look == Look.Source ? "\n" : "\n\n");
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

    static Look LookOf(LineStyle style) => style switch
    {
        LineStyle.Text => Look.Plain,
        LineStyle.Heading or LineStyle.Sentence or LineStyle.Placard => Look.Bold,
        LineStyle.Detail => Look.Folded,
        LineStyle.Source => Look.Source,
        _ => throw new InvalidOperationException($"No look for {style}."),
    };

    enum Look
    {
        Plain,
        Bold,
        Source,
        Folded,
        Quoted,
        Covered,
    }

    readonly record struct Paragraph(string Text, Look Look)
    {
        public string Html => Look switch
        {
            Look.Plain => Escaped,
            Look.Bold => $"<b>{Escaped}</b>",
            Look.Source => $"<i>{Escaped}</i>",
            Look.Folded => $"<blockquote expandable>{Escaped}</blockquote>",
            Look.Quoted => $"<blockquote>{Escaped}</blockquote>",
            // Telegram has no larger letters than bold ones.
            Look.Covered => $"<tg-spoiler><b>{Escaped}</b></tg-spoiler>",
            _ => throw new InvalidOperationException($"No HTML for {Look}."),
        };

        public override string ToString() => nameof(Paragraph);

        string Escaped => Text
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
    }
}
