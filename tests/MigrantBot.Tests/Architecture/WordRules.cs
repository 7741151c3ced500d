using System.Text.RegularExpressions;

namespace MigrantBot.Tests.Architecture;

/// <summary>Words of the runtime that only some files may write.</summary>
/// <param name="Word">What may not be written; it is matched against code without comments.</param>
/// <param name="Where">The files that it holds for, by path.</param>
/// <param name="Rule">What to do instead.</param>
sealed record WordRule(Regex Word, Func<string, bool> Where, string Rule)
{
    public static readonly IReadOnlyList<WordRule> All =
    [
        Outside(@"\b(?:Dapper|Npgsql|Microsoft\.Data|SQLitePCL)\b", "Dapper and the drivers stay in Storage.", "src/MigrantBot/Storage/"),
        Outside(@"\bHttpClient\b", "HttpClient stays in Channels/Telegram and Health.cs.", "src/MigrantBot/Channels/Telegram/", "src/MigrantBot/Health.cs"),
        Outside(
            @"\bSystem\.Console\b|\bConsole\.(?:Write|Read|Error|Out|In)\b",
            "Only the verbs, the root and the terminal speak to the terminal; everything else logs.",
            "src/MigrantBot/Verbs.cs", "src/MigrantBot/AuditVerbs.cs", "src/MigrantBot/KeysVerbs.cs", "src/MigrantBot/BackupVerbs.cs", "src/MigrantBot/PublishVerbs.cs", "src/MigrantBot/NgoVerbs.cs", "src/MigrantBot/DemoVerb.cs", "src/MigrantBot/App.cs", "src/MigrantBot/Channels/Terminal/"),
        Inside("src/MigrantBot/Console/", @"\bEnvelope\.Open\b|\b(?:Hpke|Pepper|ReceiptKeys|DraftKeys)\b", "The console opens and derives nothing: the moderator's browser does."),
        Inside("src/MigrantBot/Storage/", @"\bEnvelope\.Open\b|\b(?:Hpke|Pepper|ReceiptKeys|DraftKeys)\b", "The storage opens and derives nothing: it looks at signatures."),
        Inside("src/", @"\b(?:DateTime|DateTimeOffset)\.(?:Now|UtcNow|Today)\b", "Take the time from a TimeProvider that is passed in."),
        Inside("src/MigrantBot.Core/", @"\b(?:TimeProvider|Stopwatch|TickCount(?:64)?)\b", "The core has no clock: take the time as a parameter."),
        Inside("src/MigrantBot.Core/", @"\bGuid\.|\bRandom\b|\bRandomNumberGenerator\b", "The core has no randomness: take it as a parameter."),
        Inside("src/MigrantBot.Core/", @"\bTask\b|\bValueTask\b|\basync\b|\bawait\b|\bThread\b", "The core waits for nothing: move this into the host."),
        Inside("src/MigrantBot.Core/", @"\bSystem\.(?:IO|Net|Diagnostics)\b|\b(?:File|Directory|Environment|Process)\.[A-Z]", "The core touches nothing outside: move this into the host."),
        Inside("tests/", @"\bThread\.Sleep\b|\bTask\.Delay\((?!.*, time, )", "Wait for what is to happen, or hand in a FakeTime named time; a pause is a guess."),
        Inside("tests/", @"\bWaitFor(?:URL|Navigation|LoadState)Async\b", "Expect(page).ToHaveURLAsync: these look and then subscribe, and lose what comes between (microsoft/playwright-dotnet 3364)."),
        Inside("", @"#pragma\s+warning\s+disable", "Silence a rule in .editorconfig, with the reason."),
    ];

    public IEnumerable<string> Breaches(SourceFile file) =>
        Where(file.Path)
            ? file.Code.Where(line => Word.IsMatch(line.Code)).Select(line => $"{file.Path}:{line.Number}: “{Word.Match(line.Code).Value}”. {Rule}")
            : [];

    static WordRule Outside(string word, string rule, params string[] allowed) =>
        new(new Regex(word), path => path.StartsWith("src/", StringComparison.Ordinal) && !allowed.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)), rule);

    static WordRule Inside(string folder, string word, string rule) =>
        new(new Regex(word), path => path.StartsWith(folder, StringComparison.Ordinal), rule);
}
