using MigrantBot.Storage;

namespace MigrantBot.Publications;

/// <summary>
/// Whether the copies outside the database are still what it has: whoever puts back a backup gets those to see. One that is missing is no fault, for the
/// next look of <see cref="Publishing"/> puts it there. To be asked after the database itself was found whole.
/// </summary>
sealed class CopiesCheck(PublicationStore publications, House house, PublicationsOptions options)
{
    /// <summary>None where no copies are kept, or this computer has none of this database.</summary>
    public async Task<IReadOnlyList<PublicationFault>> Faults(CancellationToken cancellation)
    {
        var published = await publications.All(cancellation);
        if (options.Copies is not { } folder || published.Count == 0)
            return [];
        var (copies, name) = (new Copies(folder), await house.Called(cancellation));
        return [.. published.SelectMany(row => copies.Others(name, row).Select(path => new PublicationFault(PublicationWrong.Copy, row.Kind, row.Period, Detail: path)))];
    }
}
