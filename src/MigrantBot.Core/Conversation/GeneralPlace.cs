using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Conversation;

/// <summary>The places that belong to no feature.</summary>
public abstract record GeneralPlace : Place
{
    GeneralPlace(Language language) : base(language) { }

    public sealed record Home(Language Language) : GeneralPlace(Language)
    {
        public override string Path => "home";
    }

    /// <summary>The choice of language; it greets in every one.</summary>
    public sealed record Languages(Language Language) : GeneralPlace(Language)
    {
        public override string Path => "language";
    }

    /// <summary>The chat has been cleared as far as that is possible.</summary>
    public sealed record Clear(Language Language) : GeneralPlace(Language)
    {
        public override string Path => "clear";
    }
}
