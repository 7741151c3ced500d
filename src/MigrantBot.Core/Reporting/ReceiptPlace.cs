using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>The places of who comes back. Apart from the entrance they carry a receipt, or the secret of one: private.</summary>
public abstract record ReceiptPlace : Place
{
    ReceiptPlace(Reader reader) : base(reader) { }

    /// <summary>A receipt is asked for.</summary>
    public sealed record Enter(Reader Reader) : ReceiptPlace(Reader)
    {
        public override string Path => "receipt";

        public override bool IsPrivate => false;
    }

    /// <summary>A receipt is asked for, to whose report the words belong that the person has with him.</summary>
    public sealed record Belongs(Reader Reader) : ReceiptPlace(Reader)
    {
        public override string Path => "belongs";
    }

    /// <summary>The digits, to be written on paper.</summary>
    public sealed record Paper(Reader Reader, UInt128 Secret) : ReceiptPlace(Reader)
    {
        public override string Path => $"paper.{DraftCode.WriteSecret(Secret)}";
    }

    /// <summary>They are typed back once, from the paper.</summary>
    public sealed record Copied(Reader Reader, UInt128 Secret) : ReceiptPlace(Reader)
    {
        public override string Path => $"copied.{DraftCode.WriteSecret(Secret)}";
    }

    /// <summary>The closing line; nothing else is left.</summary>
    public sealed record Finished(Reader Reader) : ReceiptPlace(Reader)
    {
        public override string Path => "finished";
    }

    /// <summary>How far the report has come.</summary>
    public sealed record Mine(Reader Reader, Receipt Receipt) : ReceiptPlace(Reader)
    {
        public override string Path => $"mine.{Receipt.Reveal()}";
    }

    /// <summary>A moderator's reply; <paramref name="Start"/> of its id.</summary>
    public sealed record Answer(Reader Reader, Receipt Receipt, string Start) : ReceiptPlace(Reader)
    {
        public override string Path => $"answer.{Start}.{Receipt.Reveal()}";
    }

    /// <summary>The reply was read and is deleted.</summary>
    public sealed record Read(Reader Reader, Receipt Receipt, string Start) : ReceiptPlace(Reader)
    {
        public override string Path => $"read.{Start}.{Receipt.Reveal()}";
    }

    /// <summary>More words are asked for.</summary>
    public sealed record More(Reader Reader, Receipt Receipt) : ReceiptPlace(Reader)
    {
        public override string Path => $"more.{Receipt.Reveal()}";
    }

    /// <summary>What would be added, shown once more.</summary>
    public sealed record MorePreview(Reader Reader, Receipt Receipt, UInt128 Secret, bool KeepsNames = false) : ReceiptPlace(Reader)
    {
        public override string Path => $"{(KeepsNames ? "plus-n" : "plus")}.{DraftCode.WriteSecret(Secret)}.{Receipt.Reveal()}";
    }

    /// <summary>What was confirmed is added.</summary>
    public sealed record MoreSend(Reader Reader, Receipt Receipt, UInt128 Secret, bool KeepsNames = false) : ReceiptPlace(Reader)
    {
        public override string Path => $"{(KeepsNames ? "add-n" : "add")}.{DraftCode.WriteSecret(Secret)}.{Receipt.Reveal()}";
    }

    /// <summary>Whether all of it shall be taken back.</summary>
    public sealed record Withdraw(Reader Reader, Receipt Receipt) : ReceiptPlace(Reader)
    {
        public override string Path => $"withdraw.{Receipt.Reveal()}";
    }

    /// <summary>It is taken back.</summary>
    public sealed record Gone(Reader Reader, Receipt Receipt) : ReceiptPlace(Reader)
    {
        public override string Path => $"gone.{Receipt.Reveal()}";
    }

    public override bool IsPrivate => true;

    /// <summary>The receipt under which something has to be looked up before the place is opened, if any.</summary>
    public Receipt? LooksUp => this switch
    {
        Mine mine => mine.Receipt,
        Answer answer => answer.Receipt,
        Read read => read.Receipt,
        MoreSend send => send.Receipt,
        Withdraw withdraw => withdraw.Receipt,
        Gone gone => gone.Receipt,
        _ => null,
    };

    /// <summary>The place of an address of this feature; null for anything else, also for one almost right.</summary>
    public static ReceiptPlace? Of(Address address)
    {
        var reader = address.Reader;
        return (address.Screen, address.Details) switch
        {
            ("receipt", []) => new Enter(reader),
            ("belongs", []) => new Belongs(reader),
            ("finished", []) => new Finished(reader),
            ("paper", [var code]) when DraftCode.ReadSecret(code) is { } secret => new Paper(reader, secret),
            ("copied", [var code]) when DraftCode.ReadSecret(code) is { } secret => new Copied(reader, secret),
            (_, [.., var digits]) when Digits(digits) is { } receipt => Of(address, receipt),
            _ => null,
        };
    }

    static ReceiptPlace? Of(Address address, Receipt receipt)
    {
        var reader = address.Reader;
        return (address.Screen, address.Details) switch
        {
            ("mine", [_]) => new Mine(reader, receipt),
            ("more", [_]) => new More(reader, receipt),
            ("withdraw", [_]) => new Withdraw(reader, receipt),
            ("gone", [_]) => new Gone(reader, receipt),
            ("answer", [var start, _]) when IsStart(start) => new Answer(reader, receipt, start),
            ("read", [var start, _]) when IsStart(start) => new Read(reader, receipt, start),
            ("plus", [var code, _]) when DraftCode.ReadSecret(code) is { } secret => new MorePreview(reader, receipt, secret),
            ("plus-n", [var code, _]) when DraftCode.ReadSecret(code) is { } secret => new MorePreview(reader, receipt, secret, KeepsNames: true),
            ("add", [var code, _]) when DraftCode.ReadSecret(code) is { } secret => new MoreSend(reader, receipt, secret),
            ("add-n", [var code, _]) when DraftCode.ReadSecret(code) is { } secret => new MoreSend(reader, receipt, secret, KeepsNames: true),
            _ => null,
        };
    }

    /// <summary>An address is strict: exactly the digits and nothing between them.</summary>
    static Receipt? Digits(string text) => Receipt.Read(text) is { } receipt && receipt.Reveal() == text ? receipt : null;

    static bool IsStart(string start) => start.Length == Reply.StartLength && start.All(char.IsAsciiHexDigitLower);
}
