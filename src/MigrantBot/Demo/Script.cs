using MigrantBot.Storage.Rows;

namespace MigrantBot.Demo;

/// <summary>When what happens: every report of the last months, and what moderators did with it, in the order of time.</summary>
sealed class Script(Library library, IReadOnlyList<Member> members, Author author, Work work, Random dice, DateTimeOffset now)
{
    const int FirstHour = 6, Hours = 9;

    readonly List<(DateTimeOffset At, Func<Task> Do)> events = [];
    readonly Dictionary<string, string> originals = [];

    /// <summary>The receipt of the last report whose reporter has an answer waiting.</summary>
    public string? Receipt { get; private set; }

    public void Add(DateTimeOffset at, Func<Task> happens) => events.Add((at, happens));

    public async Task Play()
    {
        foreach (var (_, happens) in events.OrderBy(one => one.At))
            await happens();
    }

    public void Add(Tale tale)
    {
        var (secret, told) = (author.Secret(), library.Told[tale.Language]);
        var report = author.Report(secret, tale, told.Reports[tale.Scene.Name]);
        Add(Midnight(tale.Day), () => work.Tell(report));
        var by = members[dice.Next(members.Count)];
        var at = tale.Ending == Ending.Held ? now.AddMinutes(-2) : Midnight(tale.ReadOn).AddHours(FirstHour + dice.Next(Hours)).AddMinutes(dice.Next(40));
        if (tale.Ending != Ending.Untouched)
            Add(at, () => work.Open(report.Id, by, at));
        Work(tale, report, by, at.AddMinutes(3), told);
        if (tale is { WithReceipt: true, Ending: Ending.Accepted or Ending.Waiting })
            Receipt = author.ReceiptOf(secret).Reveal();
    }

    void Work(Tale tale, SealedReport report, Member by, DateTimeOffset at, Told told)
    {
        switch (tale.Ending)
        {
            case Ending.Untouched or Ending.Held:
                break;
            case Ending.Noted:
                Note(report, by, at);
                Add(at.AddMinutes(2), () => work.Release(report.Id, by, at.AddMinutes(2)));
                break;
            case Ending.Raised:
                Add(at, () => work.Raise(report, by, library.Notes[^1], at));
                Add(at.AddMinutes(2), () => work.Release(report.Id, by, at.AddMinutes(2)));
                break;
            case Ending.Waiting or Ending.Returned:
                Add(at, () => work.Reply(report, by, told.Answers[^1], at));
                Add(at.AddMinutes(2), () => work.Wait(report.Id, by, at.AddMinutes(2)));
                if (tale.Ending == Ending.Returned)
                    Return(tale, report, told);
                break;
            case Ending.Accepted or Ending.Closed:
                Accept(tale, report, by, at, told);
                break;
            case Ending.Rejected:
                Add(at, () => work.Reject(report.Id, by, at));
                break;
            case Ending.Duplicate:
                Add(at, () => originals.TryGetValue(LikenessOf(tale), out var original) ? work.Duplicate(report.Id, original, by, at) : work.Reject(report.Id, by, at));
                break;
            default:
                throw new InvalidOperationException($"{tale.Ending} has no story.");
        }
    }

    void Accept(Tale tale, SealedReport report, Member by, DateTimeOffset at, Told told)
    {
        if (tale.WithReceipt)
            Add(at, () => work.Reply(report, by, told.Answers[dice.Next(told.Answers.Count - 1)], at));
        else if (dice.Next(3) == 0)
            Note(report, by, at);
        Add(at.AddMinutes(4), async () =>
        {
            await work.Accept(report.Id, by, at.AddMinutes(4));
            originals[LikenessOf(tale)] = report.Id;
        });
        if (tale.Ending == Ending.Closed)
            Add(at.AddMinutes(50), () => work.Close(report.Id, by, at.AddMinutes(50)));
    }

    void Return(Tale tale, SealedReport report, Told told)
    {
        var addition = author.Addition(report, tale, told.Added, tale.ReadOn.AddDays(1));
        Add(Midnight(addition.Day), () => work.Add(addition));
    }

    void Note(SealedReport report, Member by, DateTimeOffset at)
    {
        var words = library.Notes[dice.Next(library.Notes.Count - 1)];
        Add(at, () => work.Note(report, by, words, at));
    }

    /// <summary>Two that were told alike may be one story.</summary>
    static string LikenessOf(Tale tale) => $"{tale.Scene.Name} {tale.Language}";

    static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
