using MigrantBot.Core.Publications;

namespace MigrantBot.Publications.Pages;

/// <summary>What a person with a headline to write looks for first: one number, how exact it is, and whether it moved.</summary>
static class Hero
{
    public static Html Write(Content content, Tongue tongue) => Html.Of($"""
        <section class="hero" aria-label="{tongue.Reports}">
        {(content is { AreQuartersOnly: false, NewestMonth: { } month } ? Card(month, tongue.NewestMonth, content, tongue) : Html.None)}
        {(content.NewestQuarter is { } quarter ? Card(quarter, tongue.NewestQuarter, content, tongue) : Html.None)}
        </section>
        {(content.AreQuartersOnly ? Html.Of($"<p class=\"quiet\">{tongue.QuartersOnly}</p>") : Html.None)}
        <p class="not">{tongue.NotSaid(Plan.Total)}</p>
        """);

    static Html Card(Appeared one, string kicker, Content content, Tongue tongue)
    {
        var (total, margin) = (one.Figures.Total, content.MarginOf(one));
        var (low, high) = Margins.Range(total, margin);
        return Html.Of($"""
            <div class="card headline">
            <h2><span class="kicker">{kicker}</span> {Tongue.Capital(tongue.Name(one.Period))}{Mark(one, content, tongue)}</h2>
            <p class="figure"><data value="{total}">{tongue.Number(total)}</data> <span class="give-or-take">± {margin}</span></p>
            <p class="said">{tongue.About(total, margin)}</p>
            <p class="quiet">{tongue.Between(low, high)}</p>
            {(content.Before(one) is { } before ? Html.Of($"<p class=\"change\">{Compared(one, before, content, tongue)}</p>") : Html.None)}
            </div>
            """);
    }

    static string Compared(Appeared now, Appeared before, Content content, Tongue tongue) =>
        tongue.Compared(Margins.Between(now.Figures.Total, before.Figures.Total, content.MarginOf(now), content.MarginOf(before)), before.Period, before.Figures.Total);

    static Html Mark(Appeared one, Content content, Tongue tongue) =>
        content.Corrections.Any(correction => correction.Period == one.Period) ? Html.Of($" <a class=\"corrected\" href=\"#corrections\">{tongue.Corrected}</a>") : Html.None;
}
