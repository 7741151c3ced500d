using MigrantBot.Core.Publications;

namespace MigrantBot.Publications.Pages;

/// <summary>What has to be read beside the numbers.</summary>
static class Prose
{
    /// <summary>As print.css counts them.</summary>
    internal const int MostOnPaper = 2;

    public static Html Limits(Tongue tongue) => Sayings("limits", tongue.Limits, tongue.LimitsSaid);

    public static Html Protection(Tongue tongue) => Sayings("protection", tongue.Protection, tongue.ProtectionSaid);

    public static Html Quoting(Content content, Tongue tongue, string address) => (content.Newest() ?? content.NewestQuarter) is { } one
        ? Html.Of($"""
            <section class="card" id="quoting">
            <h2>{tongue.Quoting}</h2>
            <p>{tongue.QuotingHow}</p>
            <blockquote><p>{tongue.Quotation(one.Period, one.Figures.Total, content.MarginOf(one), one.On, address)}</p></blockquote>
            {(content.IsInvented ? Html.Of($"<p class=\"mark\">{tongue.Invented}</p>") : Html.None)}
            </section>
            """)
        : Html.None;

    public static Html Signals(Content content, Tongue tongue) => Html.Of($"""
        <section class="card" id="signals">
        <h2>{tongue.Signals}</h2>
        <p class="quiet">{tongue.SignalsMeaning}</p>
        {(content.NewestSignals is { Count: > 0 } signals
            ? Html.Of($"<ul class=\"signals\">{signals.Select(signal => Html.Of($"<li>{tongue.Signal(signal, About(signal, tongue))}</li>"))}</ul><p class=\"not\">{tongue.SignalNotSaid}</p>")
            : Html.Of($"<p>{tongue.NoSignals}</p>"))}
        </section>
        """);

    public static Html Corrections(Content content, Tongue tongue) => content.Corrections is []
        ? Html.None
        : Html.Of($"""
            <section class="card" id="corrections">
            <h2>{tongue.Corrections}</h2>
            <p class="quiet">{tongue.CorrectionsMeaning}</p>
            <dl>{content.Corrections.Reverse().Select(one => Html.Of($"<dt>{Tongue.Capital(tongue.Name(one.Period))} <span class=\"quiet\">{tongue.Day(one.Day)}</span></dt><dd>{tongue.CorrectionOf(one)}</dd>"))}</dl>
            {(content.Corrections.Count > MostOnPaper ? Html.Of($"<p class=\"older\">{tongue.OlderCorrections}</p>") : Html.None)}
            </section>
            """);

    static Html Sayings(string id, string heading, IReadOnlyList<Saying> said) => Html.Of($"""
        <section class="card" id="{id}">
        <h2>{heading}</h2>
        <ul class="sayings">{said.Select(one => Html.Of($"<li><b>{one.Term}</b> {one.Text}</li>"))}</ul>
        </section>
        """);

    static string About(Signal signal, Tongue tongue) => string.Join(" · ", Plan.Named(signal.Table).By.Zip(signal.Key, tongue.Label));
}
