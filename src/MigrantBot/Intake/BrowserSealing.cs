using System.Security.Cryptography;
using System.Text;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using Recipient = MigrantBot.Storage.Rows.Recipient;

namespace MigrantBot.Intake;

/// <summary>
/// Lets a person's own browser seal: says as what and to whom, and looks at what comes back. Nothing is remembered in between: what was offered is
/// derived once more from the draft.
/// </summary>
sealed class BrowserSealing(Roster roster, ReceiptStore receipts, Returning returning, Sealer sealer, Derivation derive, Pepper pepper, TimeProvider time)
{
    /// <summary>Most characters of what a browser seals; it keeps to that by itself, since nobody can look.</summary>
    public const int MostCharacters = Report.MostCharacters;

    /// <summary>True where the words that are asked for are to be sealed; a receipt is asked for in a box of the same kind.</summary>
    public static bool IsAskedForAt(Place place) => place is ReportPlace.Telling or ReceiptPlace.More;

    /// <summary>True where opening the place sends words.</summary>
    public static bool Sends(Place place) => place is ReportPlace.Send { Told: not Told.Nothing } or ReceiptPlace.MoreSend;

    /// <summary>True where what is sent has the names in it.</summary>
    public static bool KeepsNames(Place place) => place is ReportPlace.Send { Told: Told.Names } or ReceiptPlace.MoreSend { KeepsNames: true };

    /// <summary>As what and to whom to seal, where words are shown once more; null at any other place, and where nobody would read them.</summary>
    public async Task<SealingOffer?> Offer(Place place, CancellationToken cancellation)
    {
        if (place is not (ReportPlace.Preview or ReceiptPlace.MorePreview) || await roster.Now(cancellation) is not { Readers.Count: > 0 } readers)
            return null;
        return place switch
        {
            ReportPlace.Preview preview => Offer(
                new(DraftKeys.ReportId(pepper, preview.Draft.Secret), DraftKeys.SealedId(pepper, preview.Draft.Secret), Direction.Report),
                ReportText.Write(new Report(preview.Draft, preview.Language, null)),
                readers.Sealed(Drawing.Draw(readers.Readers, preview.Language, RandomNumberGenerator.GetInt32))),
            ReceiptPlace.MorePreview preview when await ReportOf(preview.Receipt, cancellation) is { } report => Offer(
                new(report, DraftKeys.AdditionId(pepper, preview.Secret), Direction.Addition),
                ReportText.Write(preview.Language, null),
                await sealer.ReadersOf(report, preview.Language, readers, cancellation)),
            _ => null,
        };
    }

    /// <summary>The sealed words that the button with this code came with; null where place, work, shape or recipients are not as they were offered.</summary>
    public async Task<SealedWords?> Read(string code, string text, string work, Catalogue catalogue, CancellationToken cancellation)
    {
        if (Places.Read(code, catalogue) is not { } place || EnvelopeOf(place) is not { } envelope
            || !Work.IsEnough(envelope, work) || SealedWords.Read(envelope, text) is not { } words)
            return null;
        return IsAsOffered([.. words.Keys.Select(key => key.RecipientId)], await roster.Now(cancellation)) ? words : null;
    }

    /// <summary>As many as are drawn, all of whom may read, and the recovery key where there is one; nobody twice.</summary>
    static bool IsAsOffered(IReadOnlyList<string> named, InForce readers)
    {
        var drawn = named.Where(id => id != readers.Recovery?.Id).ToHashSet();
        return named.Count == drawn.Count + (readers.Recovery is null ? 0 : 1)
            && drawn.Count == Math.Min(Drawing.Most, readers.Readers.Count) && drawn.IsSubsetOf(readers.Readers.Select(one => one.Id));
    }

    static SealingOffer Offer(Binding binding, byte[] content, IReadOnlyList<Recipient> drawn) => new(
        binding.ReportId, binding.EnvelopeId, (int)binding.Direction, Encoding.UTF8.GetString(content), [.. drawn.Select(one => new OfferedKey(one.Id, one.BoxKey))], Work.Bits);

    string? EnvelopeOf(Place place) => place switch
    {
        ReportPlace.Send { Told: not Told.Nothing } send => DraftKeys.SealedId(pepper, send.Draft.Secret),
        ReceiptPlace.MoreSend send => DraftKeys.AdditionId(pepper, send.Secret),
        _ => null,
    };

    /// <summary>A receipt is tried here as anywhere, and counted as anywhere.</summary>
    async Task<string?> ReportOf(Receipt receipt, CancellationToken cancellation)
    {
        if (await returning.Find(receipt, null, null, cancellation) is not Found.Case)
            return null;
        using var keys = derive(receipt);
        return (await receipts.Find(keys.Lookup, time.GetUtcNow(), cancellation))?.ReportId;
    }
}
