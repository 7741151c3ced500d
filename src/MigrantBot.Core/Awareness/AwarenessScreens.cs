using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>The screen of each place of this feature.</summary>
public static class AwarenessScreens
{
    /// <summary>The screen; <paramref name="reportOf"/> tells where the answers of "now" can be sent, null where no report can be taken.</summary>
    public static Screen Show(AwarenessPlace at, Catalogue catalogue, Func<AwarenessPlace.Now, Place?> reportOf) => at switch
    {
        AwarenessPlace.Learn learn => LearnScreens.Menu(learn),
        AwarenessPlace.Laws laws => LearnScreens.Countries(laws, catalogue),
        AwarenessPlace.Law law => LearnScreens.Law(law, catalogue),
        AwarenessPlace.Cases cases => LearnScreens.Cases(cases, catalogue),
        AwarenessPlace.Case @case => LearnScreens.Case(@case, catalogue),
        AwarenessPlace.Rights rights => LearnScreens.Rights(rights, catalogue),
        AwarenessPlace.Right right => LearnScreens.Right(right, catalogue),
        AwarenessPlace.Phrases phrases => PhraseScreens.All(phrases, catalogue),
        AwarenessPlace.Say say => PhraseScreens.One(say, catalogue),
        AwarenessPlace.Officer officer => PhraseScreens.ForOfficer(officer, catalogue),
        AwarenessPlace.Help help => HelpScreens.Countries(help, catalogue),
        AwarenessPlace.Contacts contacts => HelpScreens.Contacts(contacts, catalogue),
        AwarenessPlace.Show show => Now.Show(show, catalogue),
        AwarenessPlace.Now now => Now.Show(now, catalogue, reportOf(now)),
        _ => throw new ArgumentOutOfRangeException(nameof(at)),
    };
}
