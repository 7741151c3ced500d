namespace MigrantBot.Publications.Pages;

/// <summary>How the total went, with the band of its margin.</summary>
static class TrendFigure
{
    public static Html Write(Content content, Tongue tongue)
    {
        var trend = content.Trend;
        if (trend.Count < 2)
            return Html.None;
        var cadence = trend[0].Period.Cadence;
        var margin = trend.Max(content.MarginOf);
        var span = $"{tongue.Short(trend[0].Period)} – {tongue.Short(trend[^1].Period)}";
        return Figure.Write("trend", "trend", tongue.Trend(cadence), span, content.IsInvented, tongue.TrendNote(margin), Rows(content, tongue), tongue.TrendNotSaid, tongue);
    }

    /// <summary>The newest on top, where a reader looks for it.</summary>
    static Html Rows(Content content, Tongue tongue) => Html.Of($"""
        <div class="tall" tabindex="0" role="region" aria-label="{tongue.Trend(content.Trend[0].Period.Cadence)}">
        <table>
        <thead><tr><th scope="col">{tongue.PeriodColumn}</th><th scope="col">{tongue.Reports}</th><th scope="col">{tongue.Likely}</th></tr></thead>
        <tbody>
        {content.Trend.Reverse().Select(one => Row(one, content.MarginOf(one), tongue))}
        </tbody>
        </table>
        </div>
        """);

    static Html Row(Appeared one, int margin, Tongue tongue) => Html.Of($"""
        <tr data-margin="{margin}" data-short="{tongue.Short(one.Period)}"><th scope="row">{tongue.Name(one.Period)}</th><td>{Figure.Value(one.Figures.Total, tongue)}</td><td>{tongue.Range(Margins.Range(one.Figures.Total, margin))}</td></tr>

        """);
}
