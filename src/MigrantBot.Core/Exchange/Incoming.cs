namespace MigrantBot.Core.Exchange;

/// <summary>What came in from a person, whatever the channel.</summary>
public abstract record Incoming
{
    Incoming() { }

    /// <summary>A button or link was followed. <paramref name="Beside"/>: what stood in the text box beside it, where the channel has one.</summary>
    public sealed record Opened(Words? Beside = null) : Incoming;

    /// <summary>A text was typed at the place where the person is.</summary>
    public sealed record Typed(Words Words) : Incoming;

    /// <summary>A button was followed with words that the person's own device has sealed: nobody here can read them.</summary>
    public sealed record Sealed : Incoming;

    /// <summary>A command of the channel's menu: <c>start</c>, <c>now</c>, <c>language</c>, <c>clean</c>. <paramref name="Detail"/>: what stood behind it.</summary>
    public sealed record Command(string Name, string Detail = "") : Incoming;

    /// <summary>A photo, voice, sticker, contact or anything else that we neither take nor keep.</summary>
    public sealed record Unsupported : Incoming;

    /// <summary>What a person typed does not print, whether it was read as words or as a command.</summary>
    public sealed override string ToString() => GetType().Name;
}
