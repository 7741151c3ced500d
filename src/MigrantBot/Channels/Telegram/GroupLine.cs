using MigrantBot.Channels.Telegram.Api;

namespace MigrantBot.Channels.Telegram;

/// <summary>Says one line in a group of our own. A person is never written to this way: the numbers of groups are negative, and no other is taken.</summary>
sealed class GroupLine(IBotApi api, ILogger<GroupLine> log)
{
    /// <summary>False where it did not arrive, which is also said to the operator.</summary>
    public async Task<bool> Say(long group, string line, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(group, 0);
        var answer = await api.SendMessage(new SendMessage(group, line), cancellation);
        if (answer.Refusal is { } refusal)
            log.GroupNotTold(refusal is Refusal.Mistake mistake ? mistake.Fragment : refusal.GetType().Name);
        return answer.Refusal is null;
    }
}
