using MigrantBot.Publications.Pages;

namespace MigrantBot.Tests.Publications.Pages;

/// <summary>Text becomes markup only encoded.</summary>
public sealed class HtmlTests
{
    [Fact]
    public void What_is_put_in_is_text_whatever_it_says() => Assert.Equal(
        "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;script&gt; &amp; Привет</p>", Html.Of($"<p title=\"{"\"><b>"}\">{"<script> & Привет"}</p>").ToString());

    [Fact]
    public void Markup_stays_markup_one_or_several() =>
        Assert.Equal("<ul><li>1</li><li>2</li></ul>", Html.Of($"<ul>{Enumerable.Range(1, 2).Select(number => Html.Of($"<li>{number}</li>"))}</ul>").ToString());
}
