using System.Text;

namespace MigrantBot.Tests.Emulator;

/// <summary>A part of a text with a meaning; offsets count UTF-16 code units.</summary>
sealed record Entity(string Type, int Offset, int Length);

/// <summary>Reads HTML as Telegram does, but more strictly: every <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> of a text must be escaped.</summary>
sealed class TelegramHtml
{
    static readonly Dictionary<string, string> Tags = new()
    {
        ["b"] = "bold", ["strong"] = "bold", ["i"] = "italic", ["em"] = "italic", ["u"] = "underline", ["ins"] = "underline",
        ["s"] = "strikethrough", ["del"] = "strikethrough", ["tg-spoiler"] = "spoiler", ["code"] = "code", ["pre"] = "pre",
        ["blockquote"] = "blockquote", ["blockquote expandable"] = "expandable_blockquote",
    };

    static readonly Dictionary<string, char> Escapes = new() { ["lt"] = '<', ["gt"] = '>', ["amp"] = '&', ["quot"] = '"' };

    readonly string html;
    readonly StringBuilder text = new();
    readonly Stack<(string Tag, int From)> open = new();
    readonly List<Entity> entities = [];

    TelegramHtml(string html) => this.html = html;

    /// <summary>The text and its entities. Throws <see cref="FormatException"/> where Telegram, or we, would not take it.</summary>
    public static (string Text, IReadOnlyList<Entity> Entities) Read(string html) => new TelegramHtml(html).Read();

    /// <summary>What Telegram makes of a plain text: no control characters, no marks of direction, nothing around it.</summary>
    public static string Clean(string plain) => new([.. plain.Select(Clean).OfType<char>()]);

    static char? Clean(char letter) => letter switch
    {
        '\n' => '\n',
        '\r' or (>= '\u2028' and <= '\u202E') => null,
        < ' ' => ' ',
        _ => letter,
    };

    (string, IReadOnlyList<Entity>) Read()
    {
        for (var at = 0; at < html.Length;)
            at = html[at] switch
            {
                '<' => ReadTag(at),
                '&' => ReadEscape(at),
                '>' => throw new FormatException($"Unescaped > at {at}"),
                _ => ReadLetter(at),
            };
        if (open.Count > 0)
            throw new FormatException($"Can't find end tag corresponding to start tag {open.Peek().Tag}");
        return Trimmed();
    }

    int ReadLetter(int at)
    {
        if (Clean(html[at]) is { } letter)
            text.Append(letter);
        return at + 1;
    }

    int ReadEscape(int at)
    {
        var end = html.IndexOf(';', at);
        if (end < 0 || !Escapes.TryGetValue(html[(at + 1)..end], out var letter))
            throw new FormatException($"Unescaped & at {at}");
        text.Append(letter);
        return end + 1;
    }

    int ReadTag(int at)
    {
        var end = html.IndexOf('>', at);
        if (end < 0)
            throw new FormatException($"Unclosed start tag at {at}");
        var tag = html[(at + 1)..end];
        if (!tag.StartsWith('/'))
        {
            if (!Tags.ContainsKey(tag))
                throw new FormatException($"Unsupported start tag \"{tag}\" at {at}");
            if (tag.StartsWith("blockquote", StringComparison.Ordinal) && open.Any(one => one.Tag.StartsWith("blockquote", StringComparison.Ordinal)))
                throw new FormatException("blockquote entities can't be nested");
            open.Push((tag, text.Length));
            return end + 1;
        }
        if (!open.TryPop(out var start) || start.Tag.Split(' ')[0] != tag[1..])
            throw new FormatException($"Unmatched end tag at {at}");
        if (text.Length > start.From)
            entities.Add(new Entity(Tags[start.Tag], start.From, text.Length - start.From));
        return end + 1;
    }

    (string, IReadOnlyList<Entity>) Trimmed()
    {
        var whole = text.ToString();
        var trimmed = whole.Trim();
        var skipped = whole.Length - whole.TrimStart().Length;
        var moved = entities
            .Select(entity => (From: Math.Max(0, entity.Offset - skipped), To: Math.Min(trimmed.Length, entity.Offset + entity.Length - skipped), entity.Type))
            .Where(entity => entity.To > entity.From)
            .OrderBy(entity => entity.From)
            .Select(entity => new Entity(entity.Type, entity.From, entity.To - entity.From));
        return (trimmed, [.. moved]);
    }
}
