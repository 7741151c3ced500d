namespace MigrantBot.Publications.Pages;

/// <summary>What stands around every chart: what it is about, how exact it is, its table, and what it does not say.</summary>
static class Figure
{
    /// <summary>The script closes the table once it has drawn the chart from it.</summary>
    public static Html Write(string kind, string id, string heading, string period, bool isInvented, string note, Html table, string notSaid, Tongue tongue) => Html.Of($"""
        <figure class="card chart" id="{id}" data-chart="{kind}" data-label="{tongue.ChartOf($"{heading}, {period}")}">
        {Caption(heading, period, isInvented, note, tongue)}
        <div class="drawing"></div>
        <details open>
        <summary>{tongue.AsTable}</summary>
        {table}
        </details>
        <p class="not">{notSaid}</p>
        </figure>
        """);

    public static Html Caption(string heading, string period, bool isInvented, string note, Tongue tongue) => Html.Of($"""
        <figcaption>
        <h2>{heading} <span class="period">{Tongue.Capital(period)}</span></h2>
        <p class="quiet">{note}</p>
        {(isInvented ? Html.Of($"<p class=\"mark\">{tongue.InventedMark}</p>") : Html.None)}
        </figcaption>
        """);

    public static Html Value(long value, Tongue tongue) => Html.Of($"<data value=\"{value}\">{tongue.Number(value)}</data>");
}
