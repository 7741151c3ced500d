using MigrantBot.Core.Publications;

namespace MigrantBot.Publications.Pages;

/// <summary>Region by type: a table that is its own chart: the more there are, the more a cell stands out.</summary>
static class HeatFigure
{
    /// <summary>How many shades a shown cell may have; the style has as many.</summary>
    const int Shades = 6;

    public static Html Write(Appeared one, Tongue tongue)
    {
        if (one.Table(Plan.RegionType) is not { } table)
            return Html.None;
        var (spec, most) = (table.Spec, table.Cells.Max(cell => cell.Value) ?? 0);
        var (heading, period) = (tongue.Heading(spec), tongue.Name(one.Period));
        var cells = table.Cells.ToDictionary(cell => (cell.Key[0], cell.Key[1]), cell => cell.Value);
        return Html.Of($"""
            <figure class="card heat" id="{spec.Name}">
            {Figure.Caption(heading, period, one.IsInvented, tongue.MarginNote(spec), tongue)}
            <div class="scroll" tabindex="0" role="region" aria-label="{heading}, {period}">
            <table data-margin="{spec.Margin}" data-threshold="{spec.ShowFrom}">
            <thead><tr><th scope="col">{tongue.Label(spec.By[0])}</th>{spec.By[1].Categories.Select(type => Html.Of($"<th scope=\"col\">{tongue.Label(spec.By[1], type)}</th>"))}</tr></thead>
            <tbody>
            {spec.By[0].Categories.Select(region => Row(region, spec, cells, most, tongue))}
            </tbody>
            </table>
            </div>
            <p class="quiet">{tongue.ColourNote(spec.ShowFrom)} {tongue.NoSumNote}</p>
            <p class="not">{tongue.NotSaid(spec)}</p>
            </figure>
            """);
    }

    static Html Row(string region, TableSpec spec, Dictionary<(string, string), long?> cells, long most, Tongue tongue) => Html.Of($"""
        <tr><th scope="row">{tongue.Label(spec.By[0], region)}</th>{spec.By[1].Categories.Select(type => CellOf(cells[(region, type)], spec, most, tongue))}</tr>

        """);

    static Html CellOf(long? value, TableSpec spec, long most, Tongue tongue) => value is { } number
        ? Html.Of($"<td class=\"shade-{Shade(number, most)}\">{Figure.Value(number, tongue)}</td>")
        : Html.Of($"<td class=\"hidden\"><span aria-hidden=\"true\">&lt;{spec.ShowFrom}</span><span class=\"unseen\">{tongue.FewerThan(spec.ShowFrom)}</span></td>");

    /// <summary>From 1, the lightest, to <see cref="Shades"/>, that of the largest; by the root, so that the small ones, of which there are most, differ too.</summary>
    internal static int Shade(long value, long most) => most <= 0 ? 1 : (int)Math.Clamp(Math.Ceiling(Shades * Math.Sqrt((double)value / most)), 1, Shades);
}
