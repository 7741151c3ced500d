using System.Globalization;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Publications;

namespace MigrantBot.Storage.Rows;

/// <summary>What is out. Its two files are empty where only the list was asked for.</summary>
sealed record PublicationRow
{
    public string Kind { get; init; } = "";
    public string Period { get; init; } = "";
    public string Volume { get; init; } = "";
    public string Epsilon { get; init; } = "";
    public string Json { get; init; } = "";
    public string Csv { get; init; } = "";
    public string JsonSha256 { get; init; } = "";
    public string CsvSha256 { get; init; } = "";
    /// <summary>Where the audit stood; empty while nothing was written down.</summary>
    public string AuditHead { get; init; } = "";

    /// <summary>Kept from everybody: with it the head gives what stands in the file.</summary>
    public string HeadBlind { get; init; } = "";

    public DateOnly PublishedOn { get; init; }

    /// <summary>How the audit calls it: by the letters that people note of both hashes.</summary>
    public string Mark => $"{Kind} {Period} {JsonSha256[..AuditChain.NotedLetters]} {CsvSha256[..AuditChain.NotedLetters]}";

    public static readonly string QuarterKind = Code.Of(Cadence.Quarter);

    public static string KindOf(Period period) => Code.Of(period.Cadence);

    /// <summary>As the ledger counts it: with the loss that it had when it was drawn, whatever the plan says today.</summary>
    public Published Read() => new(
        Core.Publications.Period.Read(Period) ?? throw Unknown(Period),
        Code.Read<Volume>(Volume) ?? throw Unknown(Volume),
        Epsilon.Split('/') switch
        {
            [var whole] when Number(whole) is { } numerator => new(numerator, 1),
            [var above, var below] when (Number(above), Number(below)) is ({ } numerator, { } denominator) => new(numerator, denominator),
            _ => throw Unknown(Epsilon),
        });

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static InvalidOperationException Unknown(string what) =>
        new($"Among what was published the database has “{what}”, which this program does not know: start the newer release that wrote it.");
}
