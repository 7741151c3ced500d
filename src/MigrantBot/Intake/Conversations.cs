using System.Buffers.Binary;
using System.Security.Cryptography;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;

namespace MigrantBot.Intake;

/// <summary>Asks the core, stores what it decides in one transaction, and gives the screen to show.</summary>
sealed class Conversations(Readers readers, Returning returning, Submissions submissions, Pepper pepper, TimeProvider time)
{
    const int MostRemembered = 20_000;
    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    /// <summary>By chat: the place that a plain text answers, and the scrubbed words not yet sent. In memory only.</summary>
    readonly Forgetful<ChatKey, (Place Place, Words? Words)> memory = new(MostRemembered, Remembered, time);

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
        var turn = await Turn(at, asked, told, Shows(at, asked.Incoming), catalogue, cancellation);
        var screen = await submissions.Store(turn.Effects, asked.Sealed, asked.Chat, cancellation) switch
        {
            Stored.NobodyReads => Dialogue.Closed(at, told),
            Stored.NothingThere => Dialogue.Nothing(at!, told),
            _ => turn.Screen,
        };
        if (asked.Chat is { } chat)
            memory.Keep(chat, (screen.Place, screen.Quote ?? screen.Kept));
        return screen;
    }

    /// <summary>
    /// The screen that would answer, for a person who keeps the words to himself; where the turn would store something, the screen before it, so that the
    /// words can be sealed now. Nothing is stored or remembered.
    /// </summary>
    public async Task<Screen> Rehearse(Asked asked, Catalogue catalogue, CancellationToken cancellation)
    {
        var at = Where(asked, null, catalogue);
        var turn = await Turn(at, asked, asked.Told, null, catalogue, cancellation);
        return turn.Effects.Count == 0 ? turn.Screen : (await Turn(Dialogue.BeforeActing(at!), asked, asked.Told, null, catalogue, cancellation)).Screen;
    }

    /// <summary>The screen before the one that was asked for, to which sealed words did not come as they were offered: they can be sealed anew.</summary>
    public static Screen Refuse(Asked asked, Catalogue catalogue) => Dialogue.Closed(Where(asked, null, catalogue), null);

    /// <summary>True for digits that open a report, which are never shown again to whoever typed them.</summary>
    public static bool IsReceipt(Words typed) => Receipt.Read(typed.Reveal()) is not null;

    /// <summary>The screen that says that something broke. It stores nothing and never fails.</summary>
    public Screen Apologise(Asked asked, Catalogue catalogue)
    {
        var (place, words) = asked.Chat is { } chat ? memory.Recall(chat) : default;
        return Dialogue.Apology(Where(asked, place, catalogue), asked.Told ?? words, Context(asked, catalogue));
    }

    /// <summary>Lets go of what a chat has told and not sent.</summary>
    public void Forget(ChatKey chat) => memory.Forget(chat);

    /// <summary>Lets go of the words whose time is over, so that they do not wait for the next person to write. True where there were any.</summary>
    public bool ForgetOld() => memory.Sweep();

    /// <summary>True for the code of a place that may be linked, cached and mirrored.</summary>
    public static bool IsPublic(string code, Catalogue catalogue) => Places.Read(code, catalogue) is { IsPrivate: false };

    /// <summary>Which reply a turn lays before its reporter, if any.</summary>
    static string? Shows(Place? at, Incoming incoming) => (at, incoming) is (ReceiptPlace.Answer answer, Incoming.Opened) ? answer.Start : null;

    async Task<Turn> Turn(Place? at, Asked asked, Words? told, string? shows, Catalogue catalogue, CancellationToken cancellation)
    {
        var found = Dialogue.Asks(at, asked.Incoming) is { } receipt ? await returning.Find(receipt, asked.Chat, shows, cancellation) : null;
        return Dialogue.Answer(at, asked.Incoming, told, Context(asked, catalogue) with { Found = found });
    }

    /// <summary>A place that is remembered is read like one that comes in: the facts may have changed since, and it with them.</summary>
    static Place? Where(Asked asked, Place? remembered, Catalogue catalogue) =>
        Places.Nearest(asked.Code ?? (remembered is null ? null : PlaceCode.Write(remembered)), catalogue);

    Context Context(Asked asked, Catalogue catalogue) =>
        new(catalogue, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), readers.AreThere, FreshSecret(), Guess(asked.LanguageHint))
        {
            ReceiptOf = secret => Receipt.Of(DraftKeys.ReceiptNumber(pepper, secret)),
        };

    static Language? Guess(string? hint) => hint is null ? null : Language.Find(hint) ?? Language.Find(hint.Split('-')[0]);

    static UInt128 FreshSecret()
    {
        Span<byte> secret = stackalloc byte[16];
        RandomNumberGenerator.Fill(secret);
        return BinaryPrimitives.ReadUInt128BigEndian(secret);
    }
}
