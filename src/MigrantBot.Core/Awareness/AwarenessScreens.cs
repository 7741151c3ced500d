using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>The screen of each place of this feature.</summary>
public static class AwarenessScreens
{
    /// <summary>The screen; <paramref name="reportOf"/> tells where the answers of "now" can be sent, null where no report can be taken.</summary>
    public static Screen Show(AwarenessPlace at, Catalogue catalogue, DateOnly today, Func<AwarenessPlace.Now, Place?> reportOf) => at switch
    {
        AwarenessPlace.Learn { Reader.Citizenship: null } learn => CountryScreens.Ask(learn),
        AwarenessPlace.Learn or AwarenessPlace.Topics => TopicScreens.Menu(at, catalogue),
        AwarenessPlace.Situations situations => TopicScreens.Situations(situations),
        AwarenessPlace.List { Topic: Topic.Laws, Reader.Citizenship: null } list => CountryScreens.Ask(list),
        AwarenessPlace.List list => TopicScreens.List(list, catalogue),
        AwarenessPlace.Card card => CardScreens.One(card, catalogue, today),
        AwarenessPlace.Phrases phrases => PhraseScreens.All(phrases, catalogue),
        AwarenessPlace.Say say => PhraseScreens.One(say, catalogue, today),
        AwarenessPlace.Officer officer => PhraseScreens.ForOfficer(officer, catalogue),
        AwarenessPlace.Listen listen => CardScreens.Aloud(listen, catalogue, today),
        AwarenessPlace.Help { Reader.Citizenship: null } help => CountryScreens.Ask(help),
        AwarenessPlace.Help help => HelpScreens.Areas(help, catalogue, today),
        AwarenessPlace.Offices { Reader.Citizenship: null } offices => CountryScreens.Ask(offices),
        AwarenessPlace.Offices offices => HelpScreens.Offices(offices, catalogue, today),
        AwarenessPlace.Organisations organisations => HelpScreens.Organisations(organisations, catalogue, today),
        AwarenessPlace.Show show => Now.Show(show, catalogue),
        AwarenessPlace.Now now => Now.Show(now, catalogue, today, reportOf(now)),
        _ => throw new ArgumentOutOfRangeException(nameof(at)),
    };
}
