using System.Globalization;
using System.Text;
using MigrantBot.Core.Publications;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Publications;

/// <summary>The CSV file of a publication (RFC 4180): one row for each cell of each table, every cell of it quoted, and none that a spreadsheet would take for a formula.</summary>
static class PublicationCsv
{
    static readonly string[] Dimensions = ["region", "type", "citizenship", "actor"];

    internal static string Write(Figures figures, Imprint imprint)
    {
        var text = new StringBuilder();
        string[] about = [PublicationRow.KindOf(figures.Period), figures.Period.ToString(), PublicationText.Day(imprint.PublishedOn), PublicationText.DataOf(imprint.IsInvented)];
        Line(text, ["kind", "period", "published", "data", "table", .. Dimensions, "value", "margin95", "shown"]);
        // A quarter of the usual volume has a total, though no table of its own for it.
        if (figures.Tables.All(table => table.Spec != Plan.Total))
            Line(text, [.. about, Plan.Total.Name, .. Dimensions.Select(_ => ""), Number(figures.Total), Number(imprint.MarginOfTotal(figures)), "yes"]);
        foreach (var table in figures.Tables)
        {
            foreach (var cell in table.Cells)
                Line(text, [.. about, table.Spec.Name, .. CategoriesOf(table.Spec, cell.Key), Number(cell.Value), Number(table.Spec.Margin), cell.Value is null ? "no" : "yes"]);
            if (table.Small is { } small)
                Line(text, [.. about, table.Spec.Name, .. Dimensions.Select(_ => ""), Number(small), "", "small"]);
        }
        return text.ToString();
    }

    static IEnumerable<string> CategoriesOf(TableSpec spec, IReadOnlyList<string> key) =>
        Dimensions.Select(name => spec.By.Zip(key).FirstOrDefault(pair => pair.First.Name == name).Second ?? "");

    static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(cell => $"\"{cell}\"")).Append("\r\n");
}
