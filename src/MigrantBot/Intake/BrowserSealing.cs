using System.Security.Cryptography;
using System.Text;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;
using MigrantBot.Storage;

namespace MigrantBot.Intake;

/// <summary>
/// Lets a person's own browser seal: says as what and to whom, and looks at what comes back. Nothing is remembered in between: what was offered is
/// derived once more from the draft.
/// </summary>
sealed class BrowserSealing(ModeratorStore moderators, Pepper pepper)
{
    /// <summary>Most characters of what a browser seals; it keeps to that, since nobody can look.</summary>
    public const int MostCharacters = Report.MostCharacters;

    /// <summary>True where the words that are asked for are to be sealed; a receipt is asked for in a box of the same kind.</summary>
    public static bool IsAskedForAt(Place place) => place is ReportPlace.Telling or ReceiptPlace.More;

    /// <summary>True where opening the place sends words.</summary>
    public static bool Sends(Place place) => place is ReportPlace.Send { Told: not Told.Nothing } or ReceiptPlace.MoreSend;

    /// <summary>True where what is sent has the names in it.</summary>
    public static bool KeepsNames(Place place) => place is ReportPlace.Send { Told: Told.Names } or ReceiptPlace.MoreSend { KeepsNames: true };

    /// <summary>What to seal as and to whom, where the words of this place are shown once more; null at any other, and where nobody would read them.</summary>
    public async Task<SealingOffer?> Offer(Place place, CancellationToken cancellation) => place switch
    {
        ReportPlace.Preview preview when await Drawn(preview.Language, cancellation) is { Count: > 0 } drawn => new(
            DraftKeys.ReportId(pepper, preview.Draft.Secret),
            DraftKeys.SealedId(pepper, preview.Draft.Secret),
            (int)Direction.Report,
            Encoding.UTF8.GetString(ReportText.Write(new(preview.Draft, preview.Language, null))),
            drawn,
            Work.Bits),
        _ => null,
    };

    /// <summary>The sealed words that the button with this code came with; null where place, work, shape or recipients are not as they were offered.</summary>
    public async Task<SealedWords?> Read(string code, string text, string work, Catalogue catalogue, CancellationToken cancellation)
    {
        if (Places.Read(code, catalogue) is not { } place || EnvelopeOf(place) is not { } envelope || !Work.IsEnough(envelope, work) || SealedWords.Read(envelope, text) is not { } words)
            return null;
        var active = (await moderators.Recipients(cancellation)).Select(one => one.Id).ToHashSet();
        var named = words.Keys.Select(key => key.RecipientId).ToHashSet();
        return named.Count == words.Keys.Count && named.Count == Math.Min(Drawing.Most, active.Count) && named.IsSubsetOf(active) ? words : null;
    }

    string? EnvelopeOf(Place place) => place switch
    {
        ReportPlace.Send { Told: not Told.Nothing } send => DraftKeys.SealedId(pepper, send.Draft.Secret),
        ReceiptPlace.MoreSend send => DraftKeys.AdditionId(pepper, send.Secret),
        _ => null,
    };

    async Task<IReadOnlyList<OfferedKey>> Drawn(Language language, CancellationToken cancellation) =>
        [.. Drawing.Draw(await moderators.Recipients(cancellation), language, RandomNumberGenerator.GetInt32).Select(one => new OfferedKey(one.Id, one.BoxKey))];
}
