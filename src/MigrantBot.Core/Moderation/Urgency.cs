using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Moderation;

/// <summary>
/// How soon a report must be read: danger (1 to 5) times the time left (1 to 4). The two facets that decided are its reason, so that
/// a moderator sees why a case stands where it stands.
/// </summary>
public static class Urgency
{
    public const int Most = 20;

    /// <summary>From this score on somebody should have looked by tomorrow; the console calls it critical (<c>labels.js</c>).</summary>
    public const int Critical = 15;

    /// <summary>From which urgency on within how many days somebody is to look, the most urgent first. The place in this list is the level.</summary>
    public static readonly IReadOnlyList<(int From, int Days)> Levels = [(Critical, 1), (9, 2), (5, 5), (1, 10)];

    /// <summary>
    /// The score, 1 to 20, and its reason as two names of the code list joined by a point: <c>violence.hours</c>, <c>unsaid.unsaid</c>.
    /// </summary>
    public static (int Score, string Reason) Of(Facets facets)
    {
        var (danger, cause) = DangerOf(facets);
        var (time, left) = TimeLeftOf(facets);
        return (danger * time, $"{cause}.{left}");
    }

    /// <summary>The last day that is in time.</summary>
    public static DateOnly DueOn(int urgency, DateOnly waitsSince) =>
        waitsSince.AddDays(Levels.First(level => urgency >= level.From || level == Levels[^1]).Days);

    /// <summary>Days past that; 0 while there is time.</summary>
    public static int OverdueDays(int urgency, DateOnly waitsSince, DateOnly today) =>
        Math.Max(0, today.DayNumber - DueOn(urgency, waitsSince).DayNumber);

    /// <summary>How soon it must be read today: each day overdue counts one, but waiting alone makes nothing critical.</summary>
    public static int Rank(int urgency, DateOnly waitsSince, DateOnly today) =>
        Math.Min(urgency + OverdueDays(urgency, waitsSince, today), urgency >= Critical ? Most : Critical - 1);

    /// <summary>Since when it waits for a moderator; what waits for its reporter or has ended waits since today, so it is never overdue.</summary>
    public static DateOnly WaitsSince(CaseStatus status, DateOnly since, DateOnly today) =>
        status is CaseStatus.Open or CaseStatus.Accepted ? since : today;

    // A stage outweighs a method of the same weight: where a person is says more than how he came there.
    static (int Weight, string Cause) DangerOf(Facets facets) =>
        StageOf(facets.Stage)
            .Concat(MethodsOf(facets.Methods))
            .DefaultIfEmpty((Weight: 1, Cause: FacetNames.Unsaid))
            .MaxBy(danger => danger.Weight);

    static IEnumerable<(int Weight, string Cause)> StageOf(Stage? stage) =>
        stage is { } said ? [(WeightOf(said), FacetNames.Of(stage))] : [];

    static IEnumerable<(int Weight, string Cause)> MethodsOf(Methods methods) =>
        FacetNames.Of(methods).Zip(
            Enum.GetValues<Methods>().Where(method => method != Methods.None && methods.HasFlag(method)),
            (name, method) => (WeightOf(method), name));

    static int WeightOf(Stage stage) => stage switch
    {
        Stage.AtFront or Stage.Missing => 5,
        Stage.InUnit => 4,
        Stage.Signed or Stage.Refused => 3,
        Stage.Pressed or Stage.Returned => 2,
        Stage.Deported => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Give this stage a weight of danger."),
    };

    static int WeightOf(Methods method) => method switch
    {
        Methods.Violence => 5,
        Methods.CriminalCase or Methods.PlantedEvidence or Methods.Deportation => 4,
        Methods.DocumentsTaken or Methods.PapersRefused => 3,
        Methods.Deception or Methods.ForgedSignature => 2,
        Methods.DebtOrWages or Methods.MoneyPromised => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Give this method a weight of danger."),
    };

    // What is happening now or happened today leaves little time even where nobody named a deadline.
    static (int Weight, string Left) TimeLeftOf(Facets facets) => (facets.Deadline, facets.When) switch
    {
        (Deadline.Hours, _) => (4, "hours"),
        (Deadline.Days, _) => (3, "days"),
        (Deadline.None, _) => (1, "none"),
        (null, When.Now) => (4, "now"),
        (null, When.Today) => (3, "today"),
        _ => (2, FacetNames.Unsaid),
    };
}
