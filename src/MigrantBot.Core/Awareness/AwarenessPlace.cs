using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>The places of this feature. None of them is private: each is a page that may be linked, cached and mirrored.</summary>
public abstract record AwarenessPlace : Place
{
    AwarenessPlace(Reader reader) : base(reader) { }

    /// <summary>What there is to know; who has not said his citizenship is asked for it.</summary>
    public sealed record Learn(Reader Reader) : AwarenessPlace(Reader)
    {
        public override string Path => "learn";
    }

    /// <summary>What there is to know, without asking for the citizenship.</summary>
    public sealed record Topics(Reader Reader) : AwarenessPlace(Reader)
    {
        public override string Path => "topics";
    }

    /// <summary>The situations in which people are pressed.</summary>
    public sealed record Situations(Reader Reader) : AwarenessPlace(Reader)
    {
        public override string Path => "situations";
    }

    public sealed record List(Reader Reader, Topic Topic, int Page = 0) : AwarenessPlace(Reader)
    {
        public override string Path => Paged($"list.{Code.Of(Topic)}", Page);
    }

    public sealed record Card(Reader Reader, string Id) : AwarenessPlace(Reader)
    {
        public override string Path => $"card.{Id}";
    }

    public sealed record Phrases(Reader Reader, int Page = 0) : AwarenessPlace(Reader)
    {
        public override string Path => Paged("phrases", Page);
    }

    public sealed record Say(Reader Reader, string Id) : AwarenessPlace(Reader)
    {
        public override string Path => $"say.{Id}";
    }

    /// <summary>One sentence, in Russian alone, to hold before an officer's eyes.</summary>
    public sealed record Officer(Reader Reader, string Id) : AwarenessPlace(Reader)
    {
        public override string Path => $"officer.{Id}";
    }

    /// <summary>A card or a sentence, read aloud.</summary>
    public sealed record Listen(Reader Reader, string Id) : AwarenessPlace(Reader)
    {
        public override string Path => $"listen.{Id}";
    }

    /// <summary>Who can help: by citizenship, then by where one is.</summary>
    public sealed record Help(Reader Reader) : AwarenessPlace(Reader)
    {
        public override string Path => "help";
    }

    /// <summary>Offices of the reader's country; those of an area first, null for no area.</summary>
    public sealed record Offices(Reader Reader, Area? Area, int Page = 0) : AwarenessPlace(Reader)
    {
        public override string Path => Paged($"offices.{(Area is { } area ? Code.Of(area) : "russia")}", Page);
    }

    /// <summary>Contacts for everybody.</summary>
    public sealed record Organisations(Reader Reader, int Page = 0) : AwarenessPlace(Reader)
    {
        public override string Path => Paged("organisations", Page);
    }

    /// <summary>The three taps: null is not yet answered.</summary>
    public sealed record Now(Reader Reader, NowWhere? Where = null, NowWhat? What = null, NowSoon? Soon = null) : AwarenessPlace(Reader)
    {
        public override string Path =>
            string.Join('.', new[] { "now", Code.Of(Where), Code.Of(What), Code.Of(Soon) }.TakeWhile(part => part.Length > 0));
    }

    /// <summary>The sentence of an answer of "now", in Russian alone; back leads to that answer.</summary>
    public sealed record Show(Reader Reader, NowWhere Where, NowWhat What, NowSoon Soon) : AwarenessPlace(Reader)
    {
        public override string Path => $"show.{Code.Of(Where)}.{Code.Of(What)}.{Code.Of(Soon)}";
    }

    /// <summary>The place of an address of this feature; null for anything else, also for one almost right.</summary>
    public static AwarenessPlace? Read(Address address, Catalogue catalogue)
    {
        var place = Read(address.Reader, address.Screen, [.. address.Details], catalogue);
        return place?.Path == string.Join('.', address.Details.Prepend(address.Screen)) ? place : null;
    }

    static AwarenessPlace? Read(Reader reader, string screen, string[] details, Catalogue catalogue) => (screen, details) switch
    {
        ("learn", []) => new Learn(reader),
        ("topics", []) => new Topics(reader),
        ("situations", []) => new Situations(reader),
        ("list", [var code, .. var page]) when Code.Read<Topic>(code) is { } topic => new List(reader, topic, Number(page)),
        ("card", [var id]) when catalogue.TopicCard(id) is not null => new Card(reader, id),
        ("phrases", var page) => new Phrases(reader, Number(page)),
        ("say", [var id]) when catalogue.Phrase(id) is not null => new Say(reader, id),
        ("officer", [var id]) when catalogue.Phrase(id) is not null => new Officer(reader, id),
        ("listen", [var id]) when catalogue.Recordings.Contains(new(reader.Language, id)) => new Listen(reader, id),
        ("help", []) => new Help(reader),
        ("offices", ["russia", .. var page]) => new Offices(reader, null, Number(page)),
        ("offices", [var code, .. var page]) when Code.Read<Area>(code) is { } area => new Offices(reader, area, Number(page)),
        ("organisations", var page) => new Organisations(reader, Number(page)),
        ("now", var answers) => new Now(reader, Answer<NowWhere>(answers, 0), Answer<NowWhat>(answers, 1), Answer<NowSoon>(answers, 2)),
        ("show", [var where, var what, var soon])
            when Code.Read<NowWhere>(where) is { } w && Code.Read<NowWhat>(what) is { } h && Code.Read<NowSoon>(soon) is { } s => new Show(reader, w, h, s),
        _ => null,
    };

    static string Paged(string path, int page) => page == 0 ? path : $"{path}.{page}";

    static int Number(string[] page) => page is [var written] ? Code.Number(written) ?? 0 : 0;

    static T? Answer<T>(string[] answers, int position) where T : struct, Enum =>
        position < answers.Length ? Code.Read<T>(answers[position]) : null;
}
