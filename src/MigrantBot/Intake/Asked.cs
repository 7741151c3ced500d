using MigrantBot.Core.Exchange;

namespace MigrantBot.Intake;

/// <summary>One thing that came in, as a channel hands it over.</summary>
sealed record Asked(Incoming Incoming)
{
    /// <summary>The address of the place: what a button or form carried. Untrusted. Null where the channel has none (a typed message).</summary>
    public string? Code { get; init; }

    /// <summary>Words told before and not yet sent, where the channel carries them: the quotation above a button, a field of a form. They go before memory.</summary>
    public Words? Told { get; init; }

    /// <summary>The words of an <see cref="Incoming.Sealed"/>.</summary>
    public SealedWords? Sealed { get; init; }

    /// <summary>Key of the memory of this conversation (the chat), where the channel needs one. Never stored, never logged.</summary>
    public ChatKey? Chat { get; init; }

    /// <summary>The app's language, if the channel tells: a guess for the first screen after a restart.</summary>
    public string? LanguageHint { get; init; }

    /// <summary>Prints nothing of the person.</summary>
    public override string ToString() => Incoming.GetType().Name;
}
