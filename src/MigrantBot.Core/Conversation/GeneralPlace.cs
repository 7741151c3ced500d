using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Conversation;

/// <summary>The places that belong to no feature.</summary>
public abstract record GeneralPlace : Place
{
    GeneralPlace(Reader reader) : base(reader) { }

    public sealed record Home(Reader Reader) : GeneralPlace(Reader)
    {
        public override string Path => "home";
    }

    /// <summary>The choice of language; it greets in every one.</summary>
    public sealed record Languages(Reader Reader) : GeneralPlace(Reader)
    {
        public override string Path => "language";
    }

    /// <summary>The chat has been cleared as far as that is possible.</summary>
    public sealed record Clear(Reader Reader) : GeneralPlace(Reader)
    {
        public override string Path => "clear";
    }
}
