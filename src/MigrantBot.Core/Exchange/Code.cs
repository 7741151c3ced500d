using System.Globalization;
using System.Text;

namespace MigrantBot.Core.Exchange;

/// <summary>
/// The written names of enum values, <c>migration-centre</c> for <c>MigrationCentre</c>: in addresses, keys of texts, the sealed report, the
/// database and publications. So a value is never renamed.
/// </summary>
public static class Code
{
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.Written[value];

    /// <summary>The name, or nothing at all for no value.</summary>
    public static string Of<T>(T? value) where T : struct, Enum => value is { } said ? Of(said) : "";

    /// <summary>The value with exactly this name, or null.</summary>
    public static T? Read<T>(string name) where T : struct, Enum => Names<T>.Read.TryGetValue(name, out var value) ? value : null;

    /// <summary>A number of one or two digits, written without a leading zero; else null.</summary>
    public static int? Number(string text) =>
        text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == text ? number : null;

    static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }
        return kebab.ToString();
    }

    static class Names<T> where T : struct, Enum
    {
        internal static readonly Dictionary<T, string> Written = Enum.GetValues<T>().ToDictionary(value => value, value => Kebab(value.ToString()));
        internal static readonly Dictionary<string, T> Read = Written.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
