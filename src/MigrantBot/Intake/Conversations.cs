using System.Buffers.Binary;
using System.Security.Cryptography;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Intake;

/// <summary>Asks the core, stores what it decides in one transaction, and gives the screen to show.</summary>
sealed class Conversations(Readers readers, Submissions submissions, TimeProvider time)
{
    const int MostRemembered = 20_000;
    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    /// <summary>By chat: the place that a plain text answers, and the scrubbed words not yet sent. In memory only.</summary>
    readonly Forgetful<long, (Place Place, Words? Words)> memory = new(MostRemembered, Remembered, time);

    long turns;

    /// <summary>How many turns there have been; tells no more than that somebody was here. For housekeeping, never shown.</summary>
    public long Turns => Interlocked.Read(ref turns);

    /// <summary>
    /// The screen that answers; when this returns, every effect of the turn is durable. Turns of one chat must come one after another. Throws only when
    /// storing fails; then nothing of the turn is remembered or stored, and the same may be asked again.
    /// </summary>
    /// <param name="asked">What came in.</param>
    /// <param name="catalogue">The facts of this turn: of the edition whose words will show the screen.</param>
    /// <param name="cancellation">Ends the waiting for the database.</param>
    public async Task<Screen> Answer(Asked asked, Catalogue catalogue, CancellationToken cancellation)
    {
        Interlocked.Increment(ref turns);
        var (place, words) = asked.Chat is { } known ? memory.Recall(known) : default;
        var (at, told) = (Where(asked, place, catalogue), asked.Told ?? words);
        var turn = Dialogue.Answer(at, asked.Incoming, told, Context(asked, catalogue));
        var isStored = await submissions.Store(turn.Effects, cancellation);
        var screen = isStored || at is null ? turn.Screen : Dialogue.Closed(at, told);
        if (asked.Chat is { } chat)
            memory.Keep(chat, (screen.Place, screen.Quote ?? screen.Kept));
        return screen;
    }

    /// <summary>The screen that would answer, for who may not say yet what was told; null where the turn would store something. Nothing is stored or remembered.</summary>
    public Screen? Rehearse(Asked asked, Catalogue catalogue)
    {
        var turn = Dialogue.Answer(Where(asked, null, catalogue), asked.Incoming, asked.Told, Context(asked, catalogue));
        return turn.Effects.Count == 0 ? turn.Screen : null;
    }

    /// <summary>The screen for sealed words that did not come as they were offered: they are still with the person, and can be sealed anew.</summary>
    public Screen Refuse(string code, Catalogue catalogue)
    {
        var asked = new Asked(new Incoming.Sealed()) { Code = code };
        var place = Where(asked, null, catalogue) ?? new GeneralPlace.Languages(Language.Russian);
        return Dialogue.Closed(place, null) with { Lines = [new(LineStyle.Text, "web.sealed.refused")] };
    }

    /// <summary>The screen that says that something broke. It stores nothing and never fails.</summary>
    public Screen Apologise(Asked asked, Catalogue catalogue)
    {
        var (place, words) = asked.Chat is { } chat ? memory.Recall(chat) : default;
        return Dialogue.Apology(Where(asked, place, catalogue), asked.Told ?? words, Context(asked, catalogue));
    }

    /// <summary>Lets go of what a chat has told and not sent.</summary>
    public void Forget(long chat) => memory.Forget(chat);

    /// <summary>Lets go of the words whose time is over, so that they do not wait for the next person to write. True where there were any.</summary>
    public bool ForgetOld() => memory.Sweep();

    /// <summary>True for the code of a place that may be linked, cached and mirrored.</summary>
    public static bool IsPublic(string code, Catalogue catalogue) => Places.Read(code, catalogue) is { IsPrivate: false };

    /// <summary>A place that is remembered is read like one that comes in: the facts may have changed since, and it with them.</summary>
    static Place? Where(Asked asked, Place? remembered, Catalogue catalogue) =>
        Places.Nearest(asked.Code ?? (remembered is null ? null : PlaceCode.Write(remembered)), catalogue);

    Context Context(Asked asked, Catalogue catalogue) =>
        new(catalogue, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), readers.AreThere, FreshSecret(), Guess(asked.LanguageHint)) { ReceiptOf = _ => throw new NotSupportedException("receipts land soon") };

    static Language? Guess(string? hint) => hint is null ? null : Language.Find(hint) ?? Language.Find(hint.Split('-')[0]);

    static UInt128 FreshSecret()
    {
        Span<byte> secret = stackalloc byte[16];
        RandomNumberGenerator.Fill(secret);
        return BinaryPrimitives.ReadUInt128BigEndian(secret);
    }
}
