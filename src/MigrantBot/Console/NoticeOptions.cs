namespace MigrantBot.Console;

/// <summary>The moderators' own group, and how often at most it hears that something new waits. It does not print: whoever knows the group can look for it.</summary>
sealed record NoticeOptions(long Chat, TimeSpan Every)
{
    public const int DefaultMinutes = 30;
    public const int FewestMinutes = 5;

    public override string ToString() => nameof(NoticeOptions);
}
