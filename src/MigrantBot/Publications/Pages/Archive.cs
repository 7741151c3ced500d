using MigrantBot.Core.Publications;

namespace MigrantBot.Publications.Pages;

/// <summary>All that ever appeared, as files. They never change.</summary>
static class Archive
{
    public static Html Write(Content content, Tongue tongue) => Html.Of($"""
        <section class="card" id="archive">
        <h2>{tongue.Archive}</h2>
        <p class="quiet">{tongue.ArchiveMeaning}</p>
        {content.All.GroupBy(one => one.Period.Year).OrderByDescending(year => year.Key).Select((year, number) => Year(year.Key, year, number == 0, content, tongue))}
        <p>{tongue.ToBeTold} <a href="{tongue.FeedAddress}" type="application/atom+xml">{tongue.ToBeToldLink}</a>.</p>
        <p>{tongue.ForPrograms} <a href="{PagePaths.OpenApi}">{tongue.ForProgramsLink}</a>.</p>
        </section>
        """);

    static Html Year(int year, IEnumerable<Appeared> all, bool isNewest, Content content, Tongue tongue) => Html.Of($"""
        <details{(isNewest ? Html.Of($" open") : Html.None)}>
        <summary>{year}</summary>
        <table>
        <thead><tr><th scope="col">{tongue.PeriodColumn}</th><th scope="col">{tongue.Published}</th><th scope="col">{tongue.DownloadColumn}</th></tr></thead>
        <tbody>
        {all.Reverse().Select(one => Row(one, content, tongue))}
        </tbody>
        </table>
        </details>
        """);

    static Html Row(Appeared one, Content content, Tongue tongue) => Html.Of($"""
        <tr><th scope="row">{Tongue.Capital(tongue.Name(one.Period))}{(content.Corrections.Any(correction => correction.Period == one.Period)
            ? Html.Of($" <a class=\"corrected\" href=\"#corrections\">{tongue.Corrected}</a>")
            : Html.None)}</th><td>{tongue.Day(one.On)}</td><td class="files">{File(one.Period, "JSON", tongue)} {File(one.Period, "CSV", tongue)}</td></tr>

        """);

    static Html File(Period period, string format, Tongue tongue)
    {
        // Small letters are those of the address.
        var extension = format == "CSV" ? "csv" : "json";
        return Html.Of($"<a class=\"file\" href=\"{PagePaths.FileOf(period, extension)}\" download=\"migrantbot-{period.ToString()}.{extension}\" aria-label=\"{tongue.Download(format, period)}\">{format}</a>");
    }
}
