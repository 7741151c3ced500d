using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>First tap: where he is.</summary>
public enum NowWhere { Police, MigrationCentre, Workplace, Home, MilitaryOffice, Prison, Border, Phone }

/// <summary>Second tap: what they do to him.</summary>
public enum NowWhat { Sign, Paper, CriminalCase, Deportation, Violence, Passport, Debt, Taken }

/// <summary>Third tap: how soon.</summary>
public enum NowSoon { Hours, Days, None, Unsure }

/// <summary>"They are pressing me now": three taps lead to what to say, what not to do and whom to call.</summary>
public static class Now
{
    const string First = "now.answer.first", Honest = "now.answer.honest";

    /// <summary>The keys of everything that an answer can say.</summary>
    public static IReadOnlyList<string> AnswerKeys { get; } =
        [First, .. Enum.GetValues<NowWhat>().Select(Key), .. Enum.GetValues<NowWhere>().Select(Key), .. Enum.GetValues<NowSoon>().Select(Key), Honest];

    /// <summary>The next question, or the answer; <paramref name="report"/> is where the three answers can be sent, if anywhere.</summary>
    public static Screen Show(AwarenessPlace.Now at, Catalogue catalogue, DateOnly today, Place? report) => at switch
    {
        { Where: null } => Ask(at, "now.where", null, Enum.GetValues<NowWhere>().Select(where => at with { Where = where })),
        { What: null } => Ask(at, "now.what", at with { Where = null }, Enum.GetValues<NowWhat>().Select(what => at with { What = what })),
        { Soon: null } => Ask(at, "now.soon", at with { What = null }, Enum.GetValues<NowSoon>().Select(soon => at with { Soon = soon })),
        { Where: { } where, What: { } what, Soon: { } soon } => Answer(at, where, what, soon, catalogue, today, report),
    };

    /// <summary>The sentence alone, to hold before an officer's eyes.</summary>
    public static Screen Show(AwarenessPlace.Show at, Catalogue catalogue) =>
        new(at, [PhraseScreens.Placard(catalogue.PhraseFor(at.What))], [])
        {
            Back = new AwarenessPlace.Now(at.Reader, at.Where, at.What, at.Soon),
        };

    static Topic SituationOf(NowWhere where) => where switch
    {
        NowWhere.Police => Topic.Police,
        NowWhere.MigrationCentre or NowWhere.Border => Topic.Migration,
        NowWhere.Workplace => Topic.Job,
        NowWhere.MilitaryOffice => Topic.Office,
        NowWhere.Prison => Topic.Prison,
        NowWhere.Home or NowWhere.Phone => Topic.Home,
        _ => throw new ArgumentOutOfRangeException(nameof(where)),
    };

    static string Key(NowWhat what) => $"now.answer.what.{Code.Of(what)}";

    static string Key(NowWhere where) => $"now.answer.where.{Code.Of(where)}";

    static string Key(NowSoon soon) => $"now.answer.soon.{Code.Of(soon)}";

    static Screen Ask(AwarenessPlace.Now at, string question, Place? back, IEnumerable<AwarenessPlace.Now> answers) =>
        new(at, [.. at.Where is null ? [new Line(LineStyle.Text, "now.first")] : Array.Empty<Line>(), new Line(LineStyle.Heading, $"{question}.question")],
            [.. answers.Select(answer => new Button($"{question}.{answer.Path.Split('.')[^1]}", answer))])
        {
            Back = back,
        };

    /// <summary>As old as the older of the two that it shows: what the answer rests on, and its sentence.</summary>
    static Basis Basis(Catalogue catalogue, NowWhat what) =>
        catalogue.PhraseFor(what).ReviewBy is var due && due < catalogue.Now.ReviewBy ? catalogue.Now with { ReviewBy = due } : catalogue.Now;

    static Screen Answer(AwarenessPlace.Now at, NowWhere where, NowWhat what, NowSoon soon, Catalogue catalogue, DateOnly today, Place? report) =>
        new(
            at,
            [
                new(LineStyle.Heading, First, catalogue.Now.Arguments),
                new(LineStyle.Text, "now.answer.say"),
                .. PhraseScreens.Spoken(catalogue.PhraseFor(what), at.Language),
                new(LineStyle.Text, Key(what), catalogue.Now.Arguments),
                new(LineStyle.Text, Key(where), catalogue.Now.Arguments),
                new(LineStyle.Text, Key(soon), catalogue.Now.Arguments),
                new(LineStyle.Text, Honest, catalogue.Now.Arguments),
                .. Basis(catalogue, what).SourceLines(today),
            ],
            [
                new("button.officer", new AwarenessPlace.Show(at.Reader, where, what, soon)),
                new("button.call", new AwarenessPlace.Help(at.Reader)),
                new("button.phrases", new AwarenessPlace.Phrases(at.Reader)),
                new("button.how", new AwarenessPlace.List(at.Reader, SituationOf(where))),
                .. report is null ? Array.Empty<Button>() : [new Button("button.send-three", report)],
            ])
        {
            Back = at with { Soon = null },
        };
}
