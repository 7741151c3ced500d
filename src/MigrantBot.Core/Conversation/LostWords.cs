using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Conversation;

/// <summary>
/// Words that come while nobody knows where the person was: after a restart of ours, or half an hour of silence. They may be the beginning of a report, the
/// rest of one, or more words to one that was sent; only the person can say, so the words are kept before him and nothing is done with them.
/// </summary>
static class LostWords
{
    /// <param name="typed">The words, scrubbed.</param>
    /// <param name="context">What is known all the same.</param>
    /// <param name="nowhere">The screen for who is nowhere.</param>
    internal static Screen Show(Words typed, Context context, Screen nowhere)
    {
        var draft = new Draft(context.FreshSecret, new Facets());
        return context.Guess is null && typed.Length < Dialogue.Story
            ? Ask(typed, draft, nowhere)
            : Preview(ReportScreens.Typed(new ReportPlace.Telling(nowhere.Place.Reader, draft), draft, null, typed, context.FreshSecret));
    }

    /// <summary>The language first; whichever is chosen, the words are then shown in it.</summary>
    static Screen Ask(Words typed, Draft draft, Screen languages) => languages with
    {
        Lines = [new(LineStyle.Text, "hint.lost"), .. languages.Lines],
        Buttons = [.. languages.Buttons.Select(button => button with { Target = new Target.To(new ReportPlace.Preview(((Target.To)button.Target).Place.Reader, draft)) })],
        Quote = typed,
    };

    static Screen Preview(Screen screen) => screen.Place is not ReportPlace.Preview ? screen : screen with
    {
        Lines = [new(LineStyle.Text, "hint.lost"), .. screen.Lines],
        Buttons = [.. screen.Buttons, new("preview.belongs", new ReceiptPlace.Belongs(screen.Place.Reader))],
    };
}
