using System.Text.Json;
using MigrantBot.Core.Publications;
using MigrantBot.Publications;

namespace MigrantBot.Tests.Publications;

/// <summary>The files: programs of others read them for years, so their form is written down here letter by letter.</summary>
public sealed class PublicationTextTests
{
    public static TheoryData<string, bool> Plans => new() { { "2026-10", false }, { "2026-Q3", false }, { "2026-Q3", true } };

    static Volume VolumeOf(bool isLow) => isLow ? Volume.Low : Volume.Normal;

    [Fact]
    public void The_JSON_of_a_month_reads_so()
    {
        var json = Out.File("2026-10", most: 20).Json;
        Assert.StartsWith(
            """
            {"v":1,"kind":"month","period":"2026-10","published":"2026-11-15","data":"reported","volume":"normal",
            "eps":{"total":"1/5","region":"2/5","type":"2/5"},"margin95":{"total":10,"region":7,"type":7},"show_from":{"total":0,"region":11,"type":11},
            "total":120,"tables":{"total":{"cells":[{"value":120}],"small":null},
            "region":{"cells":[{"region":"moscow","value":20},{"region":"north-west","value":17},{"region":"central","value":14},{"region":"south","value":11},
            {"region":"volga","value":null},{"region":"urals","value":null},{"region":"siberia-far-east","value":null},{"region":"war-zone","value":null},
            {"region":"other","value":null}],"small":15},
            "type":{"cells":[{"type":"violence","value":20},{"type":"legal-threat","value":17},{"type":"documents","value":14},{"type":"deception","value":11},
            {"type":"money","value":null},{"type":"other","value":null}],"small":13}},
            "audit_head":"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff","note":"Counts of reports that moderators accepted.
            """.ReplaceLineEndings(""), json, StringComparison.Ordinal);
        Assert.EndsWith("said as an erratum in the index.\"}\n", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_CSV_of_a_month_reads_so()
    {
        Assert.Equal(
            """
            "kind","period","published","data","table","region","type","citizenship","actor","value","margin95","shown"
            "month","2026-10","2026-11-15","invented","total","","","","","120","10","yes"
            "month","2026-10","2026-11-15","invented","region","moscow","","","","20","7","yes"
            "month","2026-10","2026-11-15","invented","region","north-west","","","","17","7","yes"
            "month","2026-10","2026-11-15","invented","region","central","","","","14","7","yes"
            "month","2026-10","2026-11-15","invented","region","south","","","","11","7","yes"
            "month","2026-10","2026-11-15","invented","region","volga","","","","","7","no"
            "month","2026-10","2026-11-15","invented","region","urals","","","","","7","no"
            "month","2026-10","2026-11-15","invented","region","siberia-far-east","","","","","7","no"
            "month","2026-10","2026-11-15","invented","region","war-zone","","","","","7","no"
            "month","2026-10","2026-11-15","invented","region","other","","","","","7","no"
            "month","2026-10","2026-11-15","invented","region","","","","","15","","small"
            "month","2026-10","2026-11-15","invented","type","","violence","","","20","7","yes"
            "month","2026-10","2026-11-15","invented","type","","legal-threat","","","17","7","yes"
            "month","2026-10","2026-11-15","invented","type","","documents","","","14","7","yes"
            "month","2026-10","2026-11-15","invented","type","","deception","","","11","7","yes"
            "month","2026-10","2026-11-15","invented","type","","money","","","","7","no"
            "month","2026-10","2026-11-15","invented","type","","other","","","","7","no"
            "month","2026-10","2026-11-15","invented","type","","","","","13","","small"

            """.ReplaceLineEndings("\r\n"), Out.File("2026-10", most: 20, isInvented: true).Csv);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void What_is_written_is_read_again_cell_by_cell(string period, bool isLow)
    {
        var figures = Out.Figures(period, VolumeOf(isLow));
        var file = Out.File(period, VolumeOf(isLow));

        var read = PublicationText.Read(file.Json);

        Assert.Equal((figures.Period, figures.Volume, figures.Total), (read.Period, read.Volume, read.Total));
        Assert.Equal(Plan.Tables(figures.Period.Cadence, figures.Volume), read.Tables.Select(table => table.Spec));
        Assert.Equal(file, PublicationText.Write(read, new(new DateOnly(2026, 11, 15), Out.Head, false)));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Both_files_hold_the_same_numbers_in_ASCII_and_no_spreadsheet_finds_a_formula(string period, bool isLow)
    {
        var figures = Out.Figures(period, VolumeOf(isLow), most: 60);
        var file = Out.File(period, VolumeOf(isLow), most: 60, isInvented: true);
        var rows = Rows(file.Csv);

        Assert.All(file.Json + file.Csv, letter => Assert.True(char.IsAscii(letter)));
        Assert.All(rows, row => Assert.Equal(12, row.Count));
        Assert.All(rows.SelectMany(row => row), cell => Assert.DoesNotMatch("^[=+@\t-]", cell));
        Assert.Equal(
            figures.Tables.SelectMany(table => table.Cells.Select(cell => ($"{table.Spec.Name} {string.Join(' ', cell.Key)}".TrimEnd(), $"{cell.Value}"))),
            rows.Skip(1).Where(row => row[11] != "small" && (row[4] != "total" || figures.Tables.Any(table => table.Spec == Plan.Total)))
                .Select(row => (string.Join(' ', row.Skip(4).Take(5).Where(cell => cell.Length > 0)), row[9])));
        Assert.Equal(figures.Total.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(rows, row => row[4] == "total")[9]);
        using var json = JsonDocument.Parse(file.Json);
        Assert.StartsWith("INVENTED", json.RootElement.GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-Q3", false, true, 12)]
    [InlineData("2026-Q3", false, false, 18)]
    [InlineData("2026-Q3", true, true, 10)]
    [InlineData("2026-10", false, true, 10)]
    public void The_total_has_its_margin_in_both_files_also_where_it_has_no_table(string period, bool isLow, bool monthsJoin, int margin)
    {
        var file = PublicationText.Write(Out.Figures(period, VolumeOf(isLow)), new(new DateOnly(2026, 11, 15), Out.Head, false, monthsJoin));
        using var json = JsonDocument.Parse(file.Json);

        Assert.Equal(margin, json.RootElement.GetProperty("margin95").GetProperty("total").GetInt32());
        Assert.Equal($"{margin}", Rows(file.Csv).Single(row => row[4] == "total")[10]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("[1]")]
    public void What_is_no_publication_is_not_read(string text) => Assert.Throws<FormatException>(() => PublicationText.Read(text));

    [Theory]
    [InlineData("\"v\":1", "\"v\":2")]
    [InlineData("\"moscow\"", "\"minsk\"")]
    [InlineData("\"value\":40", "\"value\":\"40\"")]
    [InlineData("\"volume\":\"normal\"", "\"volume\":\"loud\"")]
    [InlineData("\"tables\"", "\"chairs\"")]
    public void A_file_that_was_touched_is_not_read(string written, string touched) =>
        Assert.Throws<FormatException>(() => PublicationText.Read(Out.File("2026-10").Json.Replace(written, touched, StringComparison.Ordinal)));

    /// <summary>RFC 4180 where every cell is quoted and none holds a quotation mark or a line's end.</summary>
    static List<IReadOnlyList<string>> Rows(string csv)
    {
        Assert.EndsWith("\r\n", csv, StringComparison.Ordinal);
        return [.. csv[..^2].Split("\r\n").Select(IReadOnlyList<string> (line) =>
        {
            Assert.Matches("^(\"[^\"\r\n]*\")(,\"[^\"\r\n]*\")*$", line);
            return line[1..^1].Split("\",\"");
        })];
    }
}
