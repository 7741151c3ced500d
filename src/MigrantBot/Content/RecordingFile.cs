namespace MigrantBot.Content;

/// <summary>A file with a recording; equal as long as nobody has saved another in its place.</summary>
sealed record RecordingFile(string Path, long Length, DateTime WrittenAt)
{
    /// <summary>False once somebody has taken it away; a program that reads its folder only at the start does not notice otherwise.</summary>
    public bool IsThere => File.Exists(Path);
}
