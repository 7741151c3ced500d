using System.Collections.Immutable;

namespace MigrantBot.Core.Exchange;

/// <summary>A language in one script, by its BCP 47 code: the folder under <c>locales/</c> and the first part of every address.</summary>
public sealed record Language
{
    public static readonly Language UzbekLatin = new("uz");
    public static readonly Language UzbekCyrillic = new("uz-Cyrl");
    public static readonly Language Tajik = new("tg");
    public static readonly Language Kyrgyz = new("ky");
    public static readonly Language Kazakh = new("kk");
    public static readonly Language Russian = new("ru");
    public static readonly Language English = new("en");

    /// <summary>All languages, in the order of the language screen.</summary>
    public static readonly ImmutableArray<Language> All =
        [UzbekLatin, UzbekCyrillic, Tajik, Kyrgyz, Kazakh, Russian, English];

    Language(string code) => Code = code;

    public string Code { get; }

    /// <summary>The language with exactly this code, or null.</summary>
    public static Language? Find(string code) => All.FirstOrDefault(language => language.Code == code);

    public override string ToString() => Code;
}
