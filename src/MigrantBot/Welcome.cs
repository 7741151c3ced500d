using MigrantBot.Console;
using MigrantBot.Storage;

namespace MigrantBot;

/// <summary>What the log says to a newcomer once everything runs: where the web chat is, and the link of the first moderator.</summary>
sealed partial class Welcome(Invite invite, Settings settings, Invented invented, ILogger<Welcome> log)
{
    public async Task Say(CancellationToken cancellation)
    {
        if (settings.Locales.Reload)
            ReadAnew(log, settings.Locales.Folder);
        if (invented.Is)
            IsInvented(log);
        else if (settings.Root is null)
            IsTrial(log);
        if (settings.Roles.HasFlag(Roles.Chat))
            WebChatIsAt(log, settings.PublicAddress);
        if (settings.Telegram is null && settings.Roles.HasFlag(Roles.Bot))
            NoToken(log);
        if (settings.Roles.HasFlag(Roles.Console) && await invite.First(cancellation) is { } first)
            FirstModerator(log, first.Link, first.Expires);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Words and facts come from {Folder}; what is saved there is shown at once.")]
    static partial void ReadAnew(ILogger log, string folder);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "This is a trial: whoever can write to the database can enrol himself and read every report told from then on. Before anybody reports, make a root key "
            + "offline (keys root), set Keys__Root, and have the list of recipients signed (keys draft, keys sign, keys load).")]
    static partial void IsTrial(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This database holds invented cases: it is for looking around, and every page says so. No Telegram bot serves from it.")]
    static partial void IsInvented(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "The web chat is at {Address}")]
    static partial void WebChatIsAt(ILogger log, Uri address);

    [LoggerMessage(Level = LogLevel.Information, Message = "There is no Telegram__Token, so the Telegram bot is off. Everything else runs.")]
    static partial void NoToken(ILogger log);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Nobody can read reports yet, so none is taken. To become the first moderator, open this link once before {Expires:u}: {Link}")]
    static partial void FirstModerator(ILogger log, Uri link, DateTimeOffset expires);
}
