namespace MigrantBot.Core.Awareness;

/// <summary>What the answer to "they are pressing me now" rests on.</summary>
public sealed record Basis(string Id, IReadOnlyList<Source> Sources, DateOnly CheckedOn, DateOnly ReviewBy)
    : Dated(Id, Sources, CheckedOn, ReviewBy)
{
    /// <summary>The words of the answer stand among the screens: they are chosen by what the person said.</summary>
    public override IEnumerable<string> WordKeys => Now.AnswerKeys;
}
