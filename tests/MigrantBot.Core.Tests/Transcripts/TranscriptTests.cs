using System.Runtime.CompilerServices;

namespace MigrantBot.Core.Tests.Transcripts;

/// <summary>Whole conversations. <c>UPDATE_TRANSCRIPTS=1</c> writes them anew; then read the difference as a dialogue.</summary>
public class TranscriptTests
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder(), "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_conversation_goes_as_written(string name)
    {
        var file = Path.Combine(Folder(), name + ".txt");
        var written = File.ReadAllText(file);
        var played = Transcript.Play(written);
        if (Environment.GetEnvironmentVariable("UPDATE_TRANSCRIPTS") == "1")
            File.WriteAllText(file, played);
        else
            Assert.Equal(written, played);
    }

    static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
