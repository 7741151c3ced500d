namespace MigrantBot.Core.Exchange;

/// <summary>A label and where it leads. <paramref name="Tone"/> is a hint of colour, never the only sign of meaning.</summary>
public sealed record Button(Line Label, Target Target, Tone Tone = Tone.Plain)
{
    public Button(string key, Place place, Tone tone = Tone.Plain)
        : this(new Line(LineStyle.Text, key), new Target.To(place), tone) { }

    /// <summary>True for an option of several that is already chosen.</summary>
    public bool IsChosen { get; init; }
}

/// <summary>Where a button leads.</summary>
public abstract record Target
{
    Target() { }

    public sealed record To(Place Place) : Target;

    /// <summary>A page of somebody else.</summary>
    public sealed record Link(Uri Address) : Target;

    /// <summary>A text for the clipboard, at most 256 characters (Telegram's limit for <c>copy_text</c>).</summary>
    public sealed record Copy(string Text) : Target;
}

/// <summary>How a button stands out.</summary>
public enum Tone
{
    Plain,
    Danger,
    Success,
}
