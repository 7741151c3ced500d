using MigrantBot.Channels.Telegram.Api;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Channels.Telegram;

/// <summary>What the bot shows before anybody has written: menu and descriptions, set only where they differ, since setting is soon refused.</summary>
sealed class Introduction(IBotApi api, House house, ILogger<Introduction> log) : BackgroundService
{
    static readonly string[] Commands = ["start", "now", "language", "clean"];

    /// <summary>Telegram knows languages by two letters; Russian stands for all others, as the language common to those who come.</summary>
    public static readonly IReadOnlyList<(string? Code, Language Language)> Languages =
    [
        (null, Language.Russian), ("uz", Language.UzbekLatin), ("tg", Language.Tajik), ("ky", Language.Kyrgyz),
        ("kk", Language.Kazakh), ("ru", Language.Russian), ("en", Language.English),
    ];

    /// <summary>Stops at the first refusal: the next start goes on from there, and the bot works meanwhile.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var (code, language) in Languages)
            if (!await Introduce(code, language, stoppingToken))
                return;
    }

    async Task<bool> Introduce(string? code, Language language, CancellationToken cancellation)
    {
        BotCommand[] commands = [.. Commands.Select(name => new BotCommand(name, Say($"telegram.command.{name}")))];
        var (about, inShort) = (Say("telegram.description"), Say("telegram.short-description"));
        return await Set("setMyCommands", await api.GetMyCommands(new GetMyCommands(code), cancellation),
                had => had.SequenceEqual(commands), () => api.SetMyCommands(new SetMyCommands(commands, code), cancellation))
            && await Set("setMyDescription", await api.GetMyDescription(new GetMyDescription(code), cancellation),
                had => had.Description == about, () => api.SetMyDescription(new SetMyDescription(about, code), cancellation))
            && await Set("setMyShortDescription", await api.GetMyShortDescription(new GetMyShortDescription(code), cancellation),
                had => had.ShortDescription == inShort, () => api.SetMyShortDescription(new SetMyShortDescription(inShort, code), cancellation));

        string Say(string key) => house.Say(language, new Line(LineStyle.Text, key));

        async Task<bool> Set<T>(string method, Answer<T> had, Predicate<T> isSame, Func<Task<Answer<bool>>> set)
        {
            var refusal = had.Refusal ?? (isSame(had.Value!) ? null : (await set()).Refusal);
            if (refusal is not null)
                log.NotIntroduced(method, code ?? "all others", refusal.GetType().Name);
            return refusal is null;
        }
    }
}
