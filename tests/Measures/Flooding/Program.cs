using System.Diagnostics;
using System.Globalization;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;
using MigrantBot.Intake.Flooding;

const int Measured = 2_000;
const int WordsOfText = 400;

// The dearest case: all fingerprints are there, each text is long and is compared with all of them, and so much comes that slow mode is on.
var texts = Enumerable.Range(0, Fingerprints.Most + Measured).Select(Text).ToList();
var limits = new Limits(TimeProvider.System);
for (var report = 0; report < Fingerprints.Most; report++)
    limits.Submitted($"{report}", ChatKey.Of(report), texts[report]);
var took = Enumerable.Range(Fingerprints.Most, Measured).Select(Time).Order().ToList();

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{texts[^1].Length} characters, {Fingerprints.Most} fingerprints: median {took[Measured / 2].TotalMicroseconds:F0} µs, 99 of 100 within {took[Measured * 99 / 100].TotalMicroseconds:F0} µs"));

TimeSpan Time(int report)
{
    var start = Stopwatch.GetTimestamp();
    limits.Submitted($"{report}", ChatKey.Of(report), texts[report]);
    return Stopwatch.GetElapsedTime(start);
}

static Words Text(int report) =>
    new(string.Join(' ', Enumerable.Range(report, WordsOfText).Select(word => $"{(char)('а' + (word % 32))}{(char)('а' + (word / 32 % 32))}слово")));
