using System.Globalization;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using Xunit.Abstractions;

namespace MigrantBot.Core.Tests.Reporting.Scrubbing;

/// <summary>What the rules do to texts of somebody who does not know them, with the names hidden.</summary>
public sealed class ScoreTests(ITestOutputHelper output)
{
    static readonly string[] Masks = [Scrubber.ContactMask, Scrubber.NumberMask, Names.Mask];

    [Fact]
    public void The_plain_are_masked_nearly_all_the_hard_mostly_and_evidence_stays()
    {
        var lines = Corpus.Files.SelectMany(file => Corpus.Read(file).Select(line => (File: file, Line: line, Shown: Shown(line.Text)))).ToList();
        Assert.True(lines.Count >= 270, "The corpus is cut short.");
        foreach (var file in Corpus.Files)
            foreach (var group in lines.Where(line => line.File == file).GroupBy(line => line.Line.Lang).Concat(lines.Where(line => line.File == file && file != "harmless").GroupBy(line => line.Line.About)))
                output.WriteLine($"Scrub {file}, {group.Key}: masked {Masked(group)}, kept {Kept(group)}.");
        foreach (var file in Corpus.Files)
            output.WriteLine($"Scrub {file}: masked {Masked(lines.Where(line => line.File == file))}, kept {Kept(lines.Where(line => line.File == file))}.");

        Assert.True(Masked(lines.Where(line => line.File == "plain")).Part >= 0.98, Missed(lines, "plain"));
        Assert.True(Masked(lines.Where(line => line.File == "hard")).Part >= 0.80, Missed(lines, "hard"));
        Assert.True(Kept(lines).Part >= 0.97, string.Join('\n', lines.SelectMany(line => line.Line.Keep.Where(keep => !Corpus.StandsIn(keep, line.Shown)).Select(keep => $"{line.Line.Id}: {keep}"))));
        var touched = lines.Where(line => line.File == "harmless" && Masks.Any(mask => line.Shown.Contains(mask, StringComparison.Ordinal))).Select(line => $"{line.Line.Id}: {line.Shown}");
        Assert.Empty(touched);
    }

    static string Shown(string text) => Names.Hide(Scrubber.Scrub(new Words(text))).Reveal();

    static Score Masked(IEnumerable<(string File, CorpusLine Line, string Shown)> lines) =>
        Score.Of(lines.SelectMany(line => line.Line.Mask.Select(mask => !Corpus.StandsIn(mask, line.Shown))));

    static Score Kept(IEnumerable<(string File, CorpusLine Line, string Shown)> lines) =>
        Score.Of(lines.SelectMany(line => line.Line.Keep.Select(keep => Corpus.StandsIn(keep, line.Shown))));

    static string Missed(IEnumerable<(string File, CorpusLine Line, string Shown)> lines, string file) =>
        string.Join('\n', lines.Where(line => line.File == file && line.Line.Mask.Any(mask => Corpus.StandsIn(mask, line.Shown))).Select(line => $"{line.Line.Id}: {line.Shown}"));

    readonly record struct Score(int Good, int All)
    {
        public double Part => All == 0 ? 1 : (double)Good / All;

        public static Score Of(IEnumerable<bool> answers)
        {
            var all = answers.ToList();
            return new Score(all.Count(good => good), all.Count);
        }

        public override string ToString() => All == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{Good} of {All} ({Part * 100:0.0} %)");
    }
}
