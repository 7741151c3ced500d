namespace MigrantBot.Channels.Telegram.Api;

/// <summary>What a call gave: a value, or the reason why not. Nothing that Telegram or the network does is thrown.</summary>
sealed record Answer<T>(T? Value, Refusal? Refusal = null)
{
    public static implicit operator Answer<T>(T value) => new(value);

    public static implicit operator Answer<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>Why a call was not done: a closed set, one case for each way we go on.</summary>
abstract record Refusal
{
    Refusal() { }

    /// <summary>The message already looks like that.</summary>
    public sealed record NotModified : Refusal;

    /// <summary>The message is gone, or is not ours to edit.</summary>
    public sealed record NotEditable : Refusal;

    /// <summary>The time to answer a click is over.</summary>
    public sealed record QueryTooOld : Refusal;

    /// <summary>The person has blocked the bot or left Telegram.</summary>
    public sealed record Gone : Refusal;

    /// <summary>The person lets nobody send voice messages.</summary>
    public sealed record VoiceUnwanted : Refusal;

    /// <summary>Too much, too fast.</summary>
    public sealed record Flood(TimeSpan RetryAfter) : Refusal;

    /// <summary>Another process asks for updates with the same token, or a webhook is set.</summary>
    public sealed record Conflict : Refusal;

    /// <summary>Telegram does not know the token.</summary>
    public sealed record WrongToken : Refusal;

    /// <summary>The server failed or the connection broke: nobody knows whether the call was done.</summary>
    public sealed record Unreachable : Refusal;

    /// <summary>Our own bug. <paramref name="Fragment"/> is one of our words for it, so that no text of a person gets into a log.</summary>
    public sealed record Mistake(int Code, string Fragment) : Refusal;

    static readonly string[] Fragments =
    [
        "chat not found", "BUTTON_DATA_INVALID", "can't parse entities", "message is too long", "reply markup is too long",
        "message text is empty", "message can't be deleted", "BUTTON_URL_INVALID", "BUTTON_COPY_TEXT_INVALID",
        "wrong file identifier",
    ];

    /// <summary>Telegram has no machine codes: the number and a fragment of the description decide.</summary>
    public static Refusal From(int code, string? description, ResponseParameters? parameters)
    {
        return code switch
        {
            429 => new Flood(TimeSpan.FromSeconds(Math.Max(1, parameters?.RetryAfter ?? 1))),
            401 or 404 => new WrongToken(),
            403 => new Gone(),
            409 => new Conflict(),
            >= 500 or < 400 => new Unreachable(),
            400 when Says("message is not modified") => new NotModified(),
            400 when Says("message to edit not found") || Says("message can't be edited") => new NotEditable(),
            400 when Says("query is too old") => new QueryTooOld(),
            400 when Says("VOICE_MESSAGES_FORBIDDEN") || Says("restricted receiving of voice messages") => new VoiceUnwanted(),
            _ => new Mistake(code, Array.Find(Fragments, Says) ?? "another reason"),
        };

        bool Says(string fragment) => description?.Contains(fragment, StringComparison.OrdinalIgnoreCase) == true;
    }
}
