using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>The places of this feature. From <see cref="Begin"/> on they carry answers, and from <see cref="Ask"/> on a secret: private.</summary>
public abstract record ReportPlace : Place
{
    ReportPlace(Reader reader) : base(reader) { }

    /// <summary>What telling means: who reads, what is kept, what is not.</summary>
    public sealed record Tell(Reader Reader) : ReportPlace(Reader)
    {
        public override string Path => "tell";
    }

    /// <summary>What we and Telegram can see.</summary>
    public sealed record Seen(Reader Reader) : ReportPlace(Reader)
    {
        public override string Path => "seen";
    }

    /// <summary>Who could get what, in a few plain sentences.</summary>
    public sealed record Risks(Reader Reader) : ReportPlace(Reader)
    {
        public override string Path => "risks";
    }

    /// <summary>The start of a draft, with answers already given elsewhere.</summary>
    public sealed record Begin(Reader Reader, Facets Facets) : ReportPlace(Reader)
    {
        public override string Path => $"begin.{DraftCode.WriteFacets(Facets)}";

        public override bool IsPrivate => true;
    }

    public sealed record Ask(Reader Reader, Question Question, int Page, Draft Draft) : ReportPlace(Reader)
    {
        public override string Path => $"q.{Code.Of(Question)}.{Page}.{DraftCode.Write(Draft)}";

        public override bool IsPrivate => true;
    }

    /// <summary>The person is asked to tell in his own words; what is typed is added to what was told, or replaces it.</summary>
    public sealed record Telling(Reader Reader, Draft Draft, bool Replaces = false) : ReportPlace(Reader)
    {
        public override string Path => $"{(Replaces ? "reword" : "words")}.{DraftCode.Write(Draft)}";

        public override bool IsPrivate => true;
    }

    /// <summary>What would be sent, shown once more. <paramref name="KeepsNames"/>: with the names that are marked in the words.</summary>
    public sealed record Preview(Reader Reader, Draft Draft, bool KeepsNames = false) : ReportPlace(Reader)
    {
        public override string Path => $"preview.{(KeepsNames ? "names." : "")}{DraftCode.Write(Draft)}";

        public override bool IsPrivate => true;
    }

    /// <summary>What was confirmed is sent, and a receipt given where one is wished for.</summary>
    public sealed record Send(Reader Reader, Draft Draft, Told Told = Told.Nothing, bool WithReceipt = false) : ReportPlace(Reader)
    {
        public override string Path => $"send.{(WithReceipt ? "receipt." : "")}{(Told == Told.Nothing ? "" : $"{Code.Of(Told)}.")}{DraftCode.Write(Draft)}";

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
        var reader = address.Reader;
        return (address.Screen, address.Details) switch
        {
            ("tell", []) => new Tell(reader),
            ("seen", []) => new Seen(reader),
            ("risks", []) => new Risks(reader),
            ("begin", [var code]) when DraftCode.ReadFacets(code) is { } facets => new Begin(reader, facets),
            ("q", [var name, var page, var code])
                when Code.Read<Question>(name) is { } question && Code.Number(page) is { } number && DraftCode.Read(code) is { } draft
                => new Ask(reader, question, number, draft),
            ("words", [var code]) when DraftCode.Read(code) is { } draft => new Telling(reader, draft),
            ("reword", [var code]) when DraftCode.Read(code) is { } draft => new Telling(reader, draft, Replaces: true),
            ("preview", [var code]) when DraftCode.Read(code) is { } draft => new Preview(reader, draft),
            ("preview", ["names", var code]) when DraftCode.Read(code) is { } draft => new Preview(reader, draft, KeepsNames: true),
            ("send", { Count: > 0 } details) when DraftCode.Read(details[^1]) is { } draft => ReadSend(reader, draft, [.. details.SkipLast(1)]),
            _ => null,
        };
    }

    static Send? ReadSend(Reader reader, Draft draft, string[] how) => how switch
    {
        [] => new(reader, draft),
        ["receipt"] => new(reader, draft, WithReceipt: true),
        [var told] when ReadTold(told) is { } said => new(reader, draft, said),
        ["receipt", var told] when ReadTold(told) is { } said => new(reader, draft, said, WithReceipt: true),
        _ => null,
    };

    static Told? ReadTold(string name) => Code.Read<Told>(name) is { } told and not Told.Nothing ? told : null;
}

/// <summary>What was confirmed beside the answers, so that a report is never sent without it: words, or words with the names in them.</summary>
public enum Told { Nothing, Words, Names }
