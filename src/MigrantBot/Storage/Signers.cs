namespace MigrantBot.Storage;

/// <summary>Whose signature counts under an answer or a note, also after they have left.</summary>
/// <param name="listed">By id, from every signed list; null in a trial, where the database's word must do.</param>
sealed class Signers(ILookup<string, byte[]>? listed)
{
    /// <summary>The keys of this author, the newest first; none for who was never a moderator.</summary>
    /// <param name="author">Who is said to have written it.</param>
    /// <param name="stored">The key that the database has for them.</param>
    public IEnumerable<byte[]> KeysOf(string? author, byte[]? stored) =>
        listed is not null ? author is null ? [] : listed[author]
        : stored is null ? []
        : [stored];
}
