using System.Globalization;
using System.Text.RegularExpressions;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;
using YamlDotNet.RepresentationModel;

namespace MigrantBot.Content;

/// <summary>One item of a data file. What is missing or wrong becomes a fault with its line; a value returned then only lets reading go on.</summary>
sealed partial class Entry(YamlMappingNode node, string file, ICollection<Fault> faults)
{
    const int MostOfId = 40;
    readonly HashSet<string> read = [];

    internal string Text(string field, string mend)
    {
        if (ValueOf(Find(field)) is { } value)
            return value;
        Fault(node, $"“{field}” is missing.", mend);
        return "";
    }

    internal string? Optional(string field)
    {
        var value = Find(field);
        if (value is not (null or YamlScalarNode))
            Fault(value, $"“{field}” has several values.", $"write one:   {field}: value");
        return ValueOf(value);
    }

    internal T? Named<T>(string field) where T : struct, Enum => Optional(field) is { } name ? Named<T>(field, name) : null;

    internal IReadOnlyList<T> NamedList<T>(string field) where T : struct, Enum =>
        [.. List(field).Select(name => Named<T>(field, name)).OfType<T>()];

    /// <summary>A value that must be there; where it is not, the default only lets reading go on after the fault.</summary>
    internal T Required<T>(string field) where T : struct, Enum
    {
        if (Optional(field) is null)
            Fault(node, $"“{field}” is missing.", $"add   {field}:   with one of: {string.Join(", ", Enum.GetValues<T>().Select(Code.Of))}.");
        return Named<T>(field) ?? default;
    }

    /// <summary>The id: part of addresses, so of plain letters, and short.</summary>
    internal string Id()
    {
        var id = Text("id", "give the item an   id:   of small letters, digits and hyphens; it is never changed.");
        if (id.Length > MostOfId || !id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            Fault(Find("id")!, $"“id: {id}” cannot be part of an address.", $"use at most {MostOfId} small letters a-z, digits and hyphens.");
        return id;
    }

    internal DateOnly Day(string field)
    {
        var text = Text(field, $"add   {field}: 2026-11-21   (year-month-day).");
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (text.Length > 0)
            Fault(Find(field)!, $"“{field}: {text}” is not a day.", "write it as 2026-11-21 (year-month-day).");
        return default;
    }

    internal Uri? Address(string field)
    {
        if (Optional(field) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
            return address;
        Fault(Find(field)!, $"“{field}: {text}” is not a web address.", "write it whole, beginning with https://");
        return null;
    }

    internal IReadOnlyList<string> List(string field) => Find(field) switch
    {
        null => [],
        YamlSequenceNode list when list.All(item => ValueOf(item) is not null) => [.. list.Select(item => ValueOf(item)!)],
        var other => Wrong<string>(other, $"“{field}” is not a list of values.", $"write   {field}: [\"first\", \"second\"]"),
    };

    /// <summary>Telephone numbers as one dials them from anywhere; blanks may stand between.</summary>
    internal IReadOnlyList<string> Phones(string field)
    {
        var phones = List(field);
        foreach (var phone in phones.Where(phone => !Phone().IsMatch(phone)))
            Fault(Find(field)!, $"“{phone}” is not a telephone number.", "write it with the country, and every digit of it: \"+7 925 115 50 47\".");
        return phones;
    }

    /// <summary>Numbers as they are printed, the parts of 3 000 000 on one line; or as links. A misspelt link would else be printed as it stands.</summary>
    internal IReadOnlyDictionary<string, string> Numbers()
    {
        var numbers = Map("numbers", "numbers: { min: 5, max: 10 }");
        foreach (var (name, value) in numbers.Where(number => !LinkedNumbers.IsLink(number.Value) && !Number().IsMatch(number.Value)))
            Fault(Find("numbers")!, $"“{name}: {value}” is neither a number nor the number of another item.", "write digits 0-9, with nothing odd around them:   min: 5   or   min: law-uz.min");
        return numbers.ToDictionary(number => number.Key, number => Thousands().Replace(number.Value, "\u00A0"));
    }

    /// <summary>Who has read it, in letters; what only says that nobody has is left empty, so that the screen says so.</summary>
    internal string? Role(string field)
    {
        if (Optional(field) is not { } role)
            return null;
        if (Nobody().IsMatch(role))
            Fault(Find(field)!, $"“{field}: {role}” is nobody.", $"leave   {field}:   empty until a lawyer has read it, then write the role:   {field}: \"lawyer, Tashkent bar\"");
        return role;
    }

    internal IReadOnlyDictionary<string, string> Map(string field, string example) => Find(field) switch
    {
        null => new Dictionary<string, string>(),
        YamlMappingNode map when map.All(pair => ValueOf(pair.Value) is not null) =>
            map.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString()),
        var other => Wrong<KeyValuePair<string, string>>(other, $"“{field}” is not a map of names and values.", $"write   {example}").ToDictionary(),
    };

    internal IReadOnlyList<Source> Sources()
    {
        if (Find("sources") is YamlSequenceNode { Children.Count: > 0 } list && list.All(item => item is YamlMappingNode))
            return [.. list.Cast<YamlMappingNode>().Select(item => new Entry(item, file, faults).Source())];
        return Wrong<Source>(node, "“sources” is missing: nothing is printed without a source.", "add   sources: [{ name: UzDaily, published: 2025-12 }]   or   [{ word: key under source. }]");
    }

    /// <summary>Names the fields that nobody has read: a misspelt one would otherwise be lost in silence.</summary>
    internal void RefuseTheRest()
    {
        foreach (var (name, value) in node.Children.Where(child => !read.Contains(child.Key.ToString())))
            Fault(value, $"The field “{name}” is not known here.", "look at its spelling, or remove it.");
    }

    T? Named<T>(string field, string name) where T : struct, Enum
    {
        if (Code.Read<T>(name) is { } value)
            return value;
        Fault(Find(field)!, $"“{field}: {name}” is not known.", $"use one of: {string.Join(", ", Enum.GetValues<T>().Select(Code.Of))}.");
        return null;
    }

    Source Source()
    {
        var source = new Source(
            Optional("word") is { } word ? new Argument.Word($"source.{word}") : Text("name", "give the source a   name: or a   word:"),
            Month("published"),
            Address("address"));
        RefuseTheRest();
        return source;
    }

    Argument.Month? Month(string field)
    {
        if (Optional(field) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return new(month.Year, month.Month);
        Fault(Find(field)!, $"“{field}: {text}” is not a month.", "write it as 2025-12 (year-month).");
        return null;
    }

    YamlNode? Find(string field)
    {
        read.Add(field);
        return node.Children.TryGetValue(new YamlScalarNode(field), out var value) ? value : null;
    }

    static string? ValueOf(YamlNode? node) => node is YamlScalarNode scalar && !Yaml.IsNothing(scalar) ? scalar.Value : null;

    IReadOnlyList<T> Wrong<T>(YamlNode where, string problem, string mend)
    {
        Fault(where, problem, mend);
        return [];
    }

    void Fault(YamlNode where, string problem, string mend) => faults.Add(new(file, where.Start.Line, problem, mend));

    [GeneratedRegex("(?<=[0-9]) (?=[0-9])")]
    private static partial Regex Thousands();

    /// <summary>Numbers of the countries spoken of here have a known length.</summary>
    [GeneratedRegex(@"^\+(?:7(?: ?[0-9]){10}|9 ?9 ?[268](?: ?[0-9]){9}|(?!7|99[268])[1-9](?: ?[0-9]){7,14})\z")]
    private static partial Regex Phone();

    /// <summary>Begins with a digit, or with a word that is no name of an item (“улица Чаянова, 3”).</summary>
    [GeneratedRegex(@"^(?=[^0-9]*[0-9])(?![A-Za-z][^ ]*\z)[0-9\p{L}][0-9\p{L} \u00A0.,:/–-]{0,59}\z(?<! )")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:no|none|nobody|no one|not yet|todo|tbd|нет|никто|[^\p{L}]*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nobody();
}
