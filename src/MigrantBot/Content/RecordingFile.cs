namespace MigrantBot.Content;

/// <summary>A file with a recording; equal as long as nobody has saved another in its place.</summary>
sealed record RecordingFile(string Path, long Length, DateTime WrittenAt);
