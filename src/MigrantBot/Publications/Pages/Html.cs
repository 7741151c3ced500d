using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace MigrantBot.Publications.Pages;

/// <summary>Markup. Text becomes part of it only encoded, by <c>Html.Of($"…{text}…")</c>; there is no other way in.</summary>
readonly record struct Html
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    readonly string? markup;

    Html(string markup) => this.markup = markup;

    public static Html None { get; }

    public static Html Of(Markup markup) => new(markup.Written);

    public override string ToString() => markup ?? "";

    /// <summary>What stands in the source is markup; what is put into it is encoded, unless it is markup already.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Markup(int literalLength, int formattedCount)
    {
        readonly StringBuilder written = new(literalLength + (formattedCount * 16));

        internal string Written => written.ToString();

        public void AppendLiteral(string text) => written.Append(text);

        public void AppendFormatted(string? text) => written.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted(long number) => written.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Html html) => written.Append(html.markup);

        public void AppendFormatted(IEnumerable<Html> several)
        {
            foreach (var one in several)
                written.Append(one.markup);
        }
    }
}
