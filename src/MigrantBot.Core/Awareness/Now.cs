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
    /// <summary>The next question, or the answer; <paramref name="report"/> is where the three answers can be sent, if anywhere.</summary>
    public static Screen Show(AwarenessPlace.Now at, Catalogue catalogue, Place? report) => at switch
    {
        { Where: null } => Ask(at, "now.where", null, Enum.GetValues<NowWhere>().Select(where => at with { Where = where })),
        { What: null } => Ask(at, "now.what", at with { Where = null }, Enum.GetValues<NowWhat>().Select(what => at with { What = what })),
        { Soon: null } => Ask(at, "now.soon", at with { What = null }, Enum.GetValues<NowSoon>().Select(soon => at with { Soon = soon })),
        { Where: { } where, What: { } what, Soon: { } soon } => Answer(at, where, what, soon, catalogue, report),
    };

    static Screen Ask(AwarenessPlace.Now at, string question, Place? back, IEnumerable<AwarenessPlace.Now> answers) =>
        new(at, [new Line(LineStyle.Heading, $"{question}.question")],
            [.. answers.Select(answer => new Button($"{question}.{answer.Path.Split('.')[^1]}", answer))])
        {
            Back = back,
        };

    static Screen Answer(
        AwarenessPlace.Now at, NowWhere where, NowWhat what, NowSoon soon, Catalogue catalogue, Place? report)
    {
        var phrase = catalogue.Phrase(PhraseFor(what));
        List<Line> lines = [new(LineStyle.Heading, "now.answer.first")];
        if (phrase is not null)
        {
            lines.Add(new(LineStyle.Text, "now.answer.say"));
            lines.AddRange(PhraseScreens.Spoken(phrase, at.Language));
        }
        lines.Add(new(LineStyle.Text, $"now.answer.what.{Code.Of(what)}"));
        lines.Add(new(LineStyle.Text, $"now.answer.where.{Code.Of(where)}"));
        lines.Add(new(LineStyle.Text, $"now.answer.soon.{Code.Of(soon)}"));
        lines.Add(new(LineStyle.Text, "now.answer.honest"));
        lines.AddRange(catalogue.Facts.FirstOrDefault(fact => fact.Id == NotMobilised)?.SourceLines() ?? []);

        List<Button> buttons = [];
        if (phrase is not null)
            buttons.Add(new("button.officer", new AwarenessPlace.Officer(at.Language, phrase.Id)));
        buttons.Add(new("button.call", new AwarenessPlace.Help(at.Language)));
        buttons.Add(new("button.phrases", new AwarenessPlace.Phrases(at.Language)));
        if (report is not null)
            buttons.Add(new("button.send-three", report));
        return new(at, lines, buttons) { Back = at with { Soon = null } };
    }

    const string NotMobilised = "right-refuse";

    static string PhraseFor(NowWhat what) => what switch
    {
        NowWhat.Sign or NowWhat.Debt => "refuse",
        NowWhat.Paper => "not-understand",
        NowWhat.CriminalCase => "lawyer",
        NowWhat.Deportation => "consul",
        NowWhat.Violence => "doctor",
        NowWhat.Passport => "passport",
        NowWhat.Taken => "not-going",
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };
}
