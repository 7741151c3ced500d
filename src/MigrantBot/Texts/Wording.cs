using System.Globalization;
using System.Text;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Texts;

/// <summary>The words of every language. A missing key is a bug and throws: loading has refused it before.</summary>
sealed class Wording(IReadOnlyDictionary<(Language Language, string Key), string> entries)
{
    internal Wording(IEnumerable<Text> texts) : this(texts.ToDictionary(text => (text.Language, text.Key), text => text.Value)) { }

    /// <summary>The text of a line, its places filled; the line's own language goes before that of the screen.</summary>
    public string Say(Language language, Line line) => Fill(line.In ?? language, Of(line.In ?? language, line.Key), line.Arguments);

    /// <summary>The text of a key that has no places.</summary>
    public string Say(Language language, string key) => Of(language, key);

    public bool Has(Language language, string key) => entries.ContainsKey((language, key));

    /// <summary>The names of the places in a text, each once; none where there is no such text.</summary>
    public IEnumerable<string> PlacesOf(Language language, string key) =>
        entries.TryGetValue((language, key), out var text) ? PlacesIn(text) : [];

    public static IEnumerable<string> PlacesIn(string text) => TextPlace.In(text).Select(place => place.Name).Distinct();

    string Of(Language language, string key) =>
        entries.TryGetValue((language, key), out var text)
            ? text
            : throw new KeyNotFoundException($"There is no text “{key}” in the language “{language.Code}”.");

    string Fill(Language language, string text, IReadOnlyList<(string Name, Argument Value)> arguments)
    {
        if (arguments.Count == 0)
            return text;
        var filled = new StringBuilder();
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0 && rest[open..].IndexOf('}') is var length and > 0)
        {
            var place = TextPlace.Read(rest.Slice(open + 1, length - 1).ToString());
            var value = Write(language, Find(arguments, place.Name));
            filled.Append(rest[..open]).Append(place.Prints ? value : PluralForms.Pick(language, value, place.Forms));
            rest = rest[(open + length + 1)..];
        }
        return filled.Append(rest).ToString();
    }

    static Argument Find(IReadOnlyList<(string Name, Argument Value)> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Name == name).Value
        ?? throw new KeyNotFoundException($"A text has the place {{{name}}}, for which nothing is given.");

    string Write(Language language, Argument argument) => argument switch
    {
        Argument.Literal literal => literal.Text,
        Argument.Word word => Of(language, word.Key),
        Argument.Month month => string.Create(CultureInfo.InvariantCulture, $"{month.Number:00}.{month.Year}"),
        Argument.Day day => day.Date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        Argument.Several several => string.Join(several.Separator, several.Items.Select(item => Write(language, item))),
        _ => throw new ArgumentOutOfRangeException(nameof(argument)),
    };
}
