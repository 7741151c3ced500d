using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>The places of this feature. From <see cref="Begin"/> on they carry answers, and from <see cref="Ask"/> on a secret: private.</summary>
public abstract record ReportPlace : Place
{
    ReportPlace(Language language) : base(language) { }

    /// <summary>What telling means: who reads, what is kept, what is not.</summary>
    public sealed record Tell(Language Language) : ReportPlace(Language)
    {
        public override string Path => "tell";
    }

    /// <summary>What we and Telegram can see.</summary>
    public sealed record Seen(Language Language) : ReportPlace(Language)
    {
        public override string Path => "seen";
    }

    /// <summary>The start of a draft, with answers already given elsewhere.</summary>
    public sealed record Begin(Language Language, Facets Facets) : ReportPlace(Language)
    {
        public override string Path => $"begin.{DraftCode.WriteFacets(Facets)}";

        public override bool IsPrivate => true;
    }

    public sealed record Ask(Language Language, Question Question, int Page, Draft Draft) : ReportPlace(Language)
    {
        public override string Path => $"ask.{Code.Of(Question)}.{Page}.{DraftCode.Write(Draft)}";

        public override bool IsPrivate => true;
    }

    /// <summary>The person is asked to tell in his own words; what is typed is added to what was told, or replaces it.</summary>
    public sealed record Telling(Language Language, Draft Draft, bool Replaces = false) : ReportPlace(Language)
    {
        public override string Path => $"{(Replaces ? "reword" : "words")}.{DraftCode.Write(Draft)}";

        public override bool IsPrivate => true;
    }

    /// <summary>What would be sent, shown once more.</summary>
    public sealed record Preview(Language Language, Draft Draft) : ReportPlace(Language)
    {
        public override string Path => $"preview.{DraftCode.Write(Draft)}";

        public override bool IsPrivate => true;
    }

    /// <summary>What was confirmed is sent. <paramref name="HasWords"/>: words were part of it, so it is never sent without them.</summary>
    public sealed record Send(Language Language, Draft Draft, bool HasWords = false) : ReportPlace(Language)
    {
        public override string Path => $"send.{(HasWords ? "words." : "")}{DraftCode.Write(Draft)}";

        public override bool IsPrivate => true;
    }

    /// <summary>The draft that this place carries, if any.</summary>
    public Draft? Carried => this switch
    {
        Ask ask => ask.Draft,
        Telling telling => telling.Draft,
        Preview preview => preview.Draft,
        Send send => send.Draft,
        _ => null,
    };

    /// <summary>The place after something else was told there: its draft takes a fresh secret. What was confirmed stays as it is.</summary>
    internal ReportPlace Anew(UInt128 freshSecret) => this switch
    {
        Ask ask => ask with { Draft = ask.Draft.Anew(freshSecret) },
        Telling telling => telling with { Draft = telling.Draft.Anew(freshSecret) },
        Preview preview => preview with { Draft = preview.Draft.Anew(freshSecret) },
        _ => this,
    };

    /// <summary>The place of an address of this feature; null for anything else, also for one almost right.</summary>
    public static ReportPlace? Read(Address address)
    {
        var language = address.Language;
        return (address.Screen, address.Details) switch
        {
            ("tell", []) => new Tell(language),
            ("seen", []) => new Seen(language),
            ("begin", [var code]) when DraftCode.ReadFacets(code) is { } facets => new Begin(language, facets),
            ("ask", [var name, var page, var code])
                when Code.Read<Question>(name) is { } question && Code.Number(page) is { } number && DraftCode.Read(code) is { } draft
                => new Ask(language, question, number, draft),
            ("words", [var code]) when DraftCode.Read(code) is { } draft => new Telling(language, draft),
            ("reword", [var code]) when DraftCode.Read(code) is { } draft => new Telling(language, draft, Replaces: true),
            ("preview", [var code]) when DraftCode.Read(code) is { } draft => new Preview(language, draft),
            ("send", [var code]) when DraftCode.Read(code) is { } draft => new Send(language, draft),
            ("send", ["words", var code]) when DraftCode.Read(code) is { } draft => new Send(language, draft, HasWords: true),
            _ => null,
        };
    }
}
