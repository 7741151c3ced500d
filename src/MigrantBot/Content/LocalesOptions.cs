namespace MigrantBot.Content;

/// <summary>Where words and facts are read. <paramref name="Reload"/>: they are read anew as soon as a file has changed, instead of once.</summary>
sealed record LocalesOptions(string Folder, bool Reload = false);
