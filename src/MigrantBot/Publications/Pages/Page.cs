using MigrantBot.Browser;
using MigrantBot.Core.Publications;

namespace MigrantBot.Publications.Pages;

/// <summary>The public page, whole. Every number stands in it as text; a script draws the charts from its tables, and nothing is lost without it.</summary>
static class Page
{
    /// <param name="content">What there is to tell.</param>
    /// <param name="tongue">In which language.</param>
    /// <param name="address">Under which the reader found it, as one would quote it.</param>
    /// <param name="files">Its script and its style.</param>
    public static Html Write(Content content, Tongue tongue, string address, BrowserFiles files) => Html.Of($"""
        <!doctype html>
        <html lang="{tongue.Code}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        {Card(content, tongue)}
        <link rel="alternate" hreflang="{tongue.Other.Code}" href="{tongue.Other.Address}">
        <link rel="alternate" type="application/atom+xml" href="{tongue.FeedAddress}" title="{tongue.Title}">
        <link rel="icon" href="{files.Address("mark.svg")}" type="image/svg+xml">
        <link rel="stylesheet" href="{files.Address("publications.css")}">
        <link rel="stylesheet" href="{files.Address("figures.css")}">
        <link rel="stylesheet" href="{files.Address("print.css")}">
        <script type="module" src="{files.Address("publications.js")}"></script>
        </head>
        <body{(content.IsInvented ? Html.Of($" class=\"invented\" data-mark=\"{tongue.InventedMark}\"") : Html.None)}>
        <a class="skip" href="#numbers">{tongue.Skip}</a>
        {(content.IsInvented ? Banner(tongue) : Html.None)}
        <header class="bar">
        <p class="brand"><img src="{files.Address("mark.svg")}" alt="" width="24" height="24"> MigrantBot</p>
        <nav aria-label="{tongue.Languages}">{Languages(tongue)}</nav>
        </header>
        <main>
        <div class="intro">
        <h1>{tongue.Title}</h1>
        <p>{tongue.Lead}</p>
        </div>
        <div id="numbers" tabindex="-1">
        {(content.All.Count == 0 ? Nothing(content, tongue) : Numbers(content, tongue, address))}
        </div>
        {Prose.Protection(tongue)}
        {(content.All.Count == 0 ? Html.None : Archive.Write(content, tongue))}
        </main>
        <footer>{Source(content, tongue, address)}</footer>
        </body>
        </html>

        """);

    /// <summary>What a messenger or a search shows of the page, where nobody sees its banner; and without the margin no number.</summary>
    static Html Card(Content content, Tongue tongue)
    {
        var title = content.IsInvented ? $"{tongue.InventedMark}. {tongue.Title}" : tongue.Title;
        var told = content.IsInvented ? tongue.Invented
            : (content.Newest() ?? content.NewestQuarter) is { } one ? $"{Tongue.Capital(tongue.Name(one.Period))}: {tongue.About(one.Figures.Total, content.MarginOf(one))}. {tongue.NotSaid(Plan.Total)}"
            : tongue.Lead;
        return Html.Of($"""
            <meta name="description" content="{told}">
            <meta property="og:type" content="website">
            <meta property="og:site_name" content="MigrantBot">
            <meta property="og:title" content="{title}">
            <meta property="og:description" content="{told}">
            <title>{title} · MigrantBot</title>
            """);
    }

    static Html Banner(Tongue tongue) => Html.Of($"""
        <aside class="banner" aria-label="{tongue.InventedMark}"><p>{tongue.Invented}</p></aside>
        <p class="watermark" aria-hidden="true">{tongue.InventedMark}</p>
        """);

    static Html Languages(Tongue tongue) => Html.Of($"{Language(Tongue.OfEnglish, tongue)} {Language(Tongue.OfRussian, tongue)}");

    static Html Language(Tongue one, Tongue current) => one == current
        ? Html.Of($"<a href=\"{one.Address}\" lang=\"{one.Code}\" hreflang=\"{one.Code}\" aria-current=\"page\">{one.OwnName}</a>")
        : Html.Of($"<a href=\"{one.Address}\" lang=\"{one.Code}\" hreflang=\"{one.Code}\">{one.OwnName}</a>");

    static Html Nothing(Content content, Tongue tongue) => Html.Of($"""
        <section class="card nothing">
        <h2>{tongue.NothingYet}</h2>
        <p>{tongue.FirstAppears(content.FirstDue)}</p>
        </section>
        {Prose.Limits(tongue)}
        """);

    static Html Numbers(Content content, Tongue tongue, string address) => Html.Of($"""
        {Hero.Write(content, tongue)}
        {TrendFigure.Write(content, tongue)}
        {(content.Newest() is { } newest ? Pair(newest, tongue, Plan.Region, Plan.Type) : Html.None)}
        {Prose.Limits(tongue)}
        {(content.NewestQuarter is { } quarter ? Html.Of($"{HeatFigure.Write(quarter, tongue)}\n{Pair(quarter, tongue, Plan.Citizenship, Plan.Actor)}") : Html.None)}
        <div class="pair">
        {Prose.Signals(content, tongue)}
        {Prose.Quoting(content, tongue, address)}
        </div>
        {Prose.Corrections(content, tongue)}
        """);

    static Html Pair(Appeared one, Tongue tongue, TableSpec first, TableSpec second) => Html.Of($"""
        <div class="pair">
        {BarsFigure.Write(one, tongue, first)}
        {BarsFigure.Write(one, tongue, second)}
        </div>
        """);

    static Html Source(Content content, Tongue tongue, string address)
    {
        (Period, DateOnly)[] shown = [.. new[] { content.NewestMonth, content.NewestQuarter }.OfType<Appeared>().OrderBy(one => one.Period).Select(one => (one.Period, one.On))];
        return shown is [] ? Html.None : Html.Of($"<p>{tongue.Source(address, shown)}{(content.IsInvented ? $" {tongue.InventedMark}." : "")}</p>");
    }
}
