using System.Diagnostics;
using System.Globalization;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

const int Length = 4_000;
const int Rounds = 20;
const int Shown = 10;

// What the rules are made of, each repeated to the length of the longest report; then all of them, and a few of them, thrown together.
string[] pieces =
[
    "1234567890", "1   ", "12345 ", "123456 x ", " .-_*·•~/", "+998 90 123-45-67, ", "12.05.2024 ", "12.05.2024.", "14:30 12.05 ", "100 000 руб ", "ст. 144-145 ",
    "1а2б3в", "О1З ", "9з 47в ", "А123ВС77 ", "машина 01a123bc ", "ул. 5, кв. 12 ", "8😀9😀", "12\n34\n", "8 моя 916 ", "восемь девятьсот шестнадцать ", "ononbirikki", "два 3 и ",
    "Каримов Алишер ", "Ааа Ббб ", "КАРИМОВ АЛИШЕР ", "иван иванович ", "А. Б. ", "А.Б.Каримов ", "меня зовут ", "я ", "брат Иван ", "⟦а⟧", "е\u0308\u0308", "a", "а", "a.b", "a@", "a:", "a_",
    "tg ali1 ", "телеграм ", "тг a b ", "слово и дело ", "a.rutelegram: b_1а", "123", "89161234567А123ВС777телеграм: ali_1",
];
var random = new Random(4_000);
var inputs = pieces.Select(piece => (Name: piece, Text: new Words(string.Concat(Enumerable.Repeat(piece, (Length / piece.Length) + 1))[..Length])))
    .Concat(Enumerable.Range(1, 20).Select(number => (Name: $"mix {number}", Text: Mixed(pieces))))
    .Concat(Enumerable.Range(1, 300).Select(_ => random.GetItems(pieces, random.Next(2, 6))).Select(few => (Name: string.Join('|', few), Text: Mixed(few))))
    .ToList();

// Patterns build their automata as they meet texts: the first round is not measured. The fastest of many is what the work takes, the rest is the machine.
foreach (var input in inputs)
    Scrubber.Scrub(input.Text);
var measured = inputs.Select(input => (input.Name, Time: Enumerable.Range(0, Rounds).Min(_ => Time(input.Text)))).OrderByDescending(input => input.Time).ToList();

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{inputs.Count} texts of {Length} characters; the slowest:"));
foreach (var (name, time) in measured.Take(Shown))
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds,8:0.00} ms  {name.ReplaceLineEndings("\\n")}"));

Words Mixed(string[] few) => new(string.Concat(Enumerable.Range(0, Length).Select(_ => few[random.Next(few.Length)]))[..Length]);

static TimeSpan Time(Words text)
{
    var start = Stopwatch.GetTimestamp();
    Scrubber.Scrub(text);
    return Stopwatch.GetElapsedTime(start);
}
