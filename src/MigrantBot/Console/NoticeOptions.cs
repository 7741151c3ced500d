namespace MigrantBot.Console;

/// <summary>The languages that the console has; see the words of its pages.</summary>
enum NoticeTongue { En, Ru }

/// <summary>
/// The moderators' own group, how often at most it hears that something new waits, and in which language. It does not print: whoever knows the group can look
/// for it.
/// </summary>
sealed record NoticeOptions(long Chat, TimeSpan Every, NoticeTongue Tongue = NoticeTongue.En)
{
    public const int DefaultMinutes = 30;
    public const int FewestMinutes = 5;

    public override string ToString() => nameof(NoticeOptions);
}
