namespace MigrantBot.Channels.Telegram;

/// <summary>The settings of this channel. It does not print: the token opens the bot.</summary>
sealed record TelegramOptions(string Token)
{
    /// <summary>Where the Bot API is; a path in it is kept.</summary>
    public Uri BaseUrl { get; init; } = new("https://api.telegram.org");

    public TelegramMode Mode { get; init; } = TelegramMode.Polling;

    /// <summary>Needed where <see cref="Mode"/> is <see cref="TelegramMode.Webhook"/>.</summary>
    public WebhookOptions? Webhook { get; init; }

    /// <summary>How long Telegram may keep a poll open; it cuts anything above 50 seconds.</summary>
    public TimeSpan PollTimeout { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>How much longer than that a poll may be silent before it is given up.</summary>
    public TimeSpan PollGrace { get; init; } = TimeSpan.FromSeconds(15);

    public override string ToString() => nameof(TelegramOptions);
}

enum TelegramMode
{
    Polling,
    Webhook,
}

/// <summary>
/// <paramref name="Url"/>: the public HTTPS address that Telegram calls. <paramref name="Secret"/>: 32 to 256 of <c>A-Z a-z 0-9 _ -</c>, which
/// Telegram sends along. <paramref name="Listen"/>: the local address to listen on.
/// </summary>
sealed record WebhookOptions(Uri Url, string Secret, Uri Listen)
{
    public override string ToString() => nameof(WebhookOptions);
}
