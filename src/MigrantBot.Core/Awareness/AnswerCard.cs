using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>
/// Words with which a moderator may begin an answer. They say nothing that the cards which they rest on do not say, and are old as soon as one of those is.
/// </summary>
public sealed record AnswerCard(string Id, IReadOnlyList<string> RestsOn, bool HasMore, DateOnly CheckedOn, DateOnly ReviewBy)
    : Dated(Id, [], CheckedOn, ReviewBy)
{
    /// <summary>So many characters leave a moderator room for words of their own, and fit one look on a phone.</summary>
    public const int MostCharacters = 600;

    /// <summary>The last part of the key of a second paragraph, where it has one.</summary>
    public const string More = "more";

    public Line Title => Line("title");

    /// <summary>In the order of reading.</summary>
    public IReadOnlyList<Line> Paragraphs => HasMore ? [Line("text"), Line(More)] : [Line("text")];

    public override IEnumerable<string> WordKeys => [Title.Key, .. Paragraphs.Select(line => line.Key)];

    public static string Key(string id, string part) => $"answers.{id}.{part}";

    Line Line(string part) => new(LineStyle.Text, Key(Id, part), Arguments);
}
