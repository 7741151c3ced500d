using MigrantBot.Core.Publications;

namespace MigrantBot.Publications.Pages;

/// <summary>A table by one dimension: a bar for each category, with the range of its margin. A sum of hidden cells stands there only if it is of several.</summary>
static class BarsFigure
{
    public static Html Write(Appeared one, Tongue tongue, TableSpec spec) => one.Table(spec) is { } table
        ? Figure.Write("bars", spec.Name, tongue.Heading(spec), tongue.Name(one.Period), one.IsInvented, tongue.MarginNote(spec), Rows(table, tongue), tongue.NotSaid(spec), tongue)
        : Html.None;

    static Html Rows(Table table, Tongue tongue)
    {
        var (spec, hidden) = (table.Spec, table.Cells.Count(cell => cell.Value is null));
        return Html.Of($"""
            <table data-margin="{spec.Margin}" data-threshold="{spec.ShowFrom}">
            <thead><tr><th scope="col">{tongue.Label(spec.By[0])}</th><th scope="col">{tongue.Reports}</th><th scope="col">{tongue.Likely}</th></tr></thead>
            <tbody>
            {table.Cells.Select(cell => Row(tongue.Label(spec.By[0], cell.Key[0]), cell.Value, spec.Margin, spec, tongue))}
            </tbody>
            {(table.Small is { } small && hidden > 1 ? Html.Of($"<tfoot>{Row(tongue.Together(spec.ShowFrom), small, Margins.OfSum(spec.Margin, hidden), spec, tongue)}</tfoot>") : Html.None)}
            </table>
            """);
    }

    static Html Row(string label, long? value, int margin, TableSpec spec, Tongue tongue) => value is { } number
        ? Html.Of($"<tr><th scope=\"row\">{label}</th><td>{Figure.Value(number, tongue)}</td><td>{tongue.Range(Margins.Range(number, margin))}</td></tr>\n")
        : Html.Of($"<tr class=\"hidden\"><th scope=\"row\">{label}</th><td colspan=\"2\">{tongue.FewerThan(spec.ShowFrom)}</td></tr>\n");
}
