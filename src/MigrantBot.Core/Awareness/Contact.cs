namespace MigrantBot.Core.Awareness;

/// <summary>
/// Who can help. Its words are <c>contact.{id}.name</c> and <c>.note</c>; <paramref name="Country"/> null is for everybody. Telephone
/// numbers in E.164 with blanks, each seen in the source.
/// </summary>
public sealed record Contact(
    string Id,
    Country? Country,
    IReadOnlyList<string> Phones,
    Uri? Site,
    IReadOnlyList<Source> Sources,
    DateOnly CheckedOn,
    DateOnly ReviewBy) : Dated(Id, Sources, CheckedOn, ReviewBy)
{
    public override IEnumerable<string> WordKeys => [$"contact.{Id}.name", $"contact.{Id}.note"];
}
