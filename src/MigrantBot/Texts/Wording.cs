using MigrantBot.Core.Exchange;

namespace MigrantBot.Texts;

/// <summary>The words of every language, loaded from <c>locales/</c>. A missing key is a bug and throws: loading has refused it before.</summary>
sealed class Wording(IReadOnlyDictionary<(string Language, string Key), string> entries)
{
    /// <summary>The text of a line in a language, its places filled.</summary>
    public string Say(Language language, Line line) => entries[(language.Code, line.Key)];
}
