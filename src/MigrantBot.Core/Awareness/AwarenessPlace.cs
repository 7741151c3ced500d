using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>The places of this feature. None of them is private: each is a page that may be linked, cached and mirrored.</summary>
public abstract record AwarenessPlace : Place
{
    AwarenessPlace(Language language) : base(language) { }

    public sealed record Learn(Language Language) : AwarenessPlace(Language)
    {
        public override string Path => "learn";
    }

    public sealed record Laws(Language Language) : AwarenessPlace(Language)
    {
        public override string Path => "laws";
    }

    public sealed record Law(Language Language, Country Country) : AwarenessPlace(Language)
    {
        public override string Path => $"law.{Code.Of(Country)}";
    }

    public sealed record Cases(Language Language, int Page) : AwarenessPlace(Language)
    {
        public override string Path => $"cases.{Page}";
    }

    public sealed record Case(Language Language, string Id) : AwarenessPlace(Language)
    {
        public override string Path => $"case.{Id}";
    }

    public sealed record Rights(Language Language, int Page = 0) : AwarenessPlace(Language)
    {
        public override string Path => Page == 0 ? "rights" : $"rights.{Page}";
    }

    public sealed record Right(Language Language, string Id) : AwarenessPlace(Language)
    {
        public override string Path => $"right.{Id}";
    }

    public sealed record Phrases(Language Language, int Page = 0) : AwarenessPlace(Language)
    {
        public override string Path => Page == 0 ? "phrases" : $"phrases.{Page}";
    }

    public sealed record Say(Language Language, string Id) : AwarenessPlace(Language)
    {
        public override string Path => $"say.{Id}";
    }

    /// <summary>One sentence, in Russian alone, to hold before an officer's eyes.</summary>
    public sealed record Officer(Language Language, string Id) : AwarenessPlace(Language)
    {
        public override string Path => $"officer.{Id}";
    }

    public sealed record Help(Language Language) : AwarenessPlace(Language)
    {
        public override string Path => "help";
    }

    /// <summary>Contacts of one country, or (null) for everybody.</summary>
    public sealed record Contacts(Language Language, Country? Country, int Page) : AwarenessPlace(Language)
    {
        public override string Path => $"contacts.{(Country is { } country ? Code.Of(country) : "all")}.{Page}";
    }

    /// <summary>The three taps: null is not yet answered.</summary>
    public sealed record Now(Language Language, NowWhere? Where = null, NowWhat? What = null, NowSoon? Soon = null) : AwarenessPlace(Language)
    {
        public override string Path =>
            string.Join('.', new[] { "now", Code.Of(Where), Code.Of(What), Code.Of(Soon) }.TakeWhile(part => part.Length > 0));
    }

    /// <summary>The sentence of an answer of "now", in Russian alone; back leads to that answer.</summary>
    public sealed record Show(Language Language, NowWhere Where, NowWhat What, NowSoon Soon) : AwarenessPlace(Language)
    {
        public override string Path => $"show.{Code.Of(Where)}.{Code.Of(What)}.{Code.Of(Soon)}";
    }

    /// <summary>The place of an address of this feature; null for anything else, also for one almost right.</summary>
    public static AwarenessPlace? Read(Address address, Catalogue catalogue)
    {
        var language = address.Language;
        return (address.Screen, address.Details) switch
        {
            ("learn", []) => new Learn(language),
            ("laws", []) => new Laws(language),
            ("law", [var code]) when Code.Read<Country>(code) is { } country && catalogue.Law(country) is not null => new Law(language, country),
            ("cases", [var page]) when Code.Number(page) is { } number => new Cases(language, number),
            ("case", [var id]) when catalogue.Case(id) is not null => new Case(language, id),
            ("rights", []) => new Rights(language),
            ("rights", [var page]) when Code.Number(page) is { } number and > 0 => new Rights(language, number),
            ("right", [var id]) when catalogue.Right(id) is not null => new Right(language, id),
            ("phrases", []) => new Phrases(language),
            ("phrases", [var page]) when Code.Number(page) is { } number and > 0 => new Phrases(language, number),
            ("say", [var id]) when catalogue.Phrase(id) is not null => new Say(language, id),
            ("officer", [var id]) when catalogue.Phrase(id) is not null => new Officer(language, id),
            ("help", []) => new Help(language),
            ("contacts", ["all", var page]) when Code.Number(page) is { } number => new Contacts(language, null, number),
            ("contacts", [var code, var page]) when Code.Read<Country>(code) is { } country && Code.Number(page) is { } number
                => new Contacts(language, country, number),
            ("now", { Count: <= 3 } answers) => ReadNow(language, answers),
            ("show", { Count: 3 } answers) when ReadNow(language, answers) is { Where: { } where, What: { } what, Soon: { } soon }
                => new Show(language, where, what, soon),
            _ => null,
        };
    }

    static Now? ReadNow(Language language, IReadOnlyList<string> answers)
    {
        var now = new Now(
            language,
            answers.Count > 0 ? Code.Read<NowWhere>(answers[0]) : null,
            answers.Count > 1 ? Code.Read<NowWhat>(answers[1]) : null,
            answers.Count > 2 ? Code.Read<NowSoon>(answers[2]) : null);
        return now.Path == string.Join('.', answers.Prepend("now")) ? now : null;
    }
}
