namespace MigrantBot.Core.Exchange;

/// <summary>What a person sees: keys and arguments, never sentences. Pure data; a channel turns it into a message or a page.</summary>
public sealed record Screen(Place Place, IReadOnlyList<Line> Lines, IReadOnlyList<Button> Buttons)
{
    /// <summary>Most buttons besides back, home and clear.</summary>
    public const int MostButtons = 8;

    /// <summary>Most characters of a rendered screen, without the quoted words.</summary>
    public const int MostCharacters = 900;

    /// <summary>How long a screen stands that <see cref="IsBrief"/>.</summary>
    public static readonly TimeSpan Brief = TimeSpan.FromMinutes(10);

    /// <summary>The screen before this one; null where there is none.</summary>
    public Place? Back { get; init; }

    /// <summary>The last row: back, home and clear.</summary>
    public IReadOnlyList<Button> Navigation { get; init; } = [];

    /// <summary>Words of the person, shown back as one block quotation; such a screen must not be forwarded or saved.</summary>
    public Words? Quote { get; init; }

    /// <summary>Words that belong to the report but are not shown here: they are to come back with whatever is pressed next.</summary>
    public Words? Kept { get; init; }

    /// <summary>A receipt's digits, covered until the person uncovers them; such a screen must not be forwarded or saved.</summary>
    public Words? Covered { get; init; }

    /// <summary>What a moderator wrote, folded, so that no channel takes it for the person's own words; such a screen must not be forwarded or saved.</summary>
    public Words? Letter { get; init; }

    /// <summary>True where the screen has to go by itself after <see cref="Brief"/>, as far as a channel can take it back: the home of its reader takes its place.</summary>
    public bool IsBrief { get; init; }

    /// <summary>True where a typed text is the answer to the question asked.</summary>
    public bool AsksForWords { get; init; }

    /// <summary>True where everything else in the chat is to be deleted, so that this screen stands alone.</summary>
    public bool ClearsChat { get; init; }

    /// <summary>True where the person's typed message must stay in the chat, because it is the only copy.</summary>
    public bool LeavesTyped { get; init; }

    /// <summary>What is to be heard with this screen; null for nothing.</summary>
    public Recording? Plays { get; init; }
}

/// <summary>One paragraph of a screen: a key of <c>locales/</c> and what goes into its <c>{places}</c>.</summary>
public sealed record Line(LineStyle Style, string Key, params IReadOnlyList<(string Name, Argument Value)> Arguments)
{
    /// <summary>The language of this line alone, where it is not the language of the screen.</summary>
    public Language? In { get; init; }
}

/// <summary>How a paragraph is set. <see cref="Sentence"/> is to be said aloud; <see cref="Placard"/> is held before somebody's eyes, as large as may be; <see cref="Detail"/> may be folded; <see cref="Source"/> is small.</summary>
public enum LineStyle
{
    Text,
    Heading,
    Sentence,
    Placard,
    Detail,
    Source,
}
