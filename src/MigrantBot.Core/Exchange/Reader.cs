namespace MigrantBot.Core.Exchange;

/// <summary>
/// Whom a page speaks to: his language and, once he has said it, his citizenship. It rides in every button, written as a BCP 47 tag:
/// <c>tg</c>, <c>ru-KZ</c>, <c>uz-Cyrl-UZ</c>.
/// </summary>
public sealed record Reader(Language Language, Country? Citizenship = null)
{
    public string Code => Citizenship is { } country ? $"{Language.Code}-{Region(country)}" : Language.Code;

    /// <summary>The reader with exactly this code, or null.</summary>
    public static Reader? Find(string code)
    {
        if (Language.Find(code) is { } language)
            return new(language);
        foreach (var country in Enum.GetValues<Country>())
            if (code.EndsWith($"-{Region(country)}", StringComparison.Ordinal) && Language.Find(code[..^3]) is { } known)
                return new(known, country);
        return null;
    }

    public static implicit operator Reader(Language language) => new(language);

    public override string ToString() => Code;

    static string Region(Country country) => Exchange.Code.Of(country).ToUpperInvariant();
}
