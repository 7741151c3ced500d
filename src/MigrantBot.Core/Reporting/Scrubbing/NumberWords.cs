namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>What a word does in a number that is said aloud: <c>Hundred</c> is a whole 100 to 900, <c>Hundreds</c> multiplies the unit before it.</summary>
enum NumberWord
{
    None,
    Unit,
    Ten,
    Teen,
    Hundred,
    Hundreds,
    Thousand,
}

/// <summary>The number words of Uzbek in both scripts, Tajik, Kyrgyz, Kazakh, Russian and English, as they are written and as they are typed in haste.</summary>
static class NumberWords
{
    static readonly Dictionary<string, NumberWord> Known = Read(
        (NumberWord.Unit,
            "ноль нуль нуля нолик один одна одно два две три четыре пять шесть семь восемь девять пят шест сем восем девят"
            + " nol bir ikki uch to'rt besh olti yetti sakkiz to'qqiz turt etti toqiz"
            + " нол бир икки уч тўрт беш олти етти саккиз тўққиз тукиз"
            + " сифр сифир як ду се чор чаҳор панҷ панч шаш ҳафт ҳашт нуҳ"
            + " нөл эки үч төрт алты жети сегиз тогуз бір екі үш бес жеті сегіз тоғыз"
            + " zero oh one two three four five six seven eight nine"),
        (NumberWord.Ten,
            "десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто десят двадцат тридцат пятдесят шестдесят семдесят восемдесят"
            + " o'n on yigirma o'ttiz ottiz qirq ellik oltmish yetmish sakson to'qson etmish utiz"
            + " ўн йигирма ўттиз утиз қирқ эллик олтмиш етмиш саксон тўқсон"
            + " даҳ бист бисту сӣ сию чил чилу чиҳил чиҳилу панҷоҳ панҷоҳу панчох панчоху шаст шасту ҳафтод ҳафтоду ҳаштод ҳаштоду навад наваду"
            + " он жыйырма отуз кырк элүү алтымыш жетимиш сексен токсон жиырма отыз қырық елу алпыс жетпіс тоқсан"
            + " ten twenty thirty forty fourty fifty sixty seventy eighty ninety"),
        (NumberWord.Teen,
            "одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать одинадцать"
            + " ёздаҳ дувоздаҳ сездаҳ сенздаҳ чордаҳ понздаҳ шонздаҳ ҳабдаҳ ҳафдаҳ ҳаждаҳ ҳашдаҳ нуздаҳ нонздаҳ"
            + " eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
        (NumberWord.Hundred,
            "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот пятсот шестсот семсот восемсот девятсот"
            + " сад саду дусад дусаду сесад сесаду чорсад чорсаду панҷсад панҷсаду шашсад шашсаду ҳафтсад ҳафтсаду ҳаштсад ҳаштсаду нуҳсад нуҳсаду"),
        (NumberWord.Hundreds, "yuz юз жүз hundred"),
        (NumberWord.Thousand,
            "тысяча тысячи тысяч тыс миллион миллиона миллионов млн миллиард ming million minglik минг мингта мың миң ҳазор ҳазору хазор thousand"));

    static readonly Dictionary<string, NumberWord>.AlternateLookup<ReadOnlySpan<char>> BySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly int Longest = Known.Keys.Max(word => word.Length);

    /// <summary>Words that people put between the parts of a number that they dictate.</summary>
    static readonly HashSet<string> Links = Folded.All(
        "потом затем дальше далее тире дефис минус плюс пробел точка слэш слеш дробь ещё"
        + " keyin so'ng chiziqcha plyus nuqta кейин сўнг чизиқча плюс нуқта баъд пас кийин анан андан ары сосын содан кейін соң ең соңы деб деп deb дейман"
        + " then dash space plus dot hyphen");

    /// <summary>Words that join numbers of any kind, so that they tell less.</summary>
    static readonly HashSet<string> Ands = Folded.All("и а да va ва ҳам у жана және and");

    public static bool IsLink(string fold) => Links.Contains(fold);

    public static bool IsAnd(string fold) => Ands.Contains(fold);

    /// <summary>The number words that a word is made of: itself, or several written without a gap; nothing if it is another word.</summary>
    public static IReadOnlyList<NumberWord> In(string fold)
    {
        if (Known.TryGetValue(fold, out var whole))
            return [whole];
        List<NumberWord> parts = [];
        for (var at = 0; at < fold.Length;)
        {
            var length = Math.Min(Longest, fold.Length - at);
            NumberWord part = default;
            while (length > 1 && !BySpan.TryGetValue(fold.AsSpan(at, length), out part))
                length--;
            if (length < 2)
                return [];
            parts.Add(part);
            at += length;
        }
        return parts;
    }

    static Dictionary<string, NumberWord> Read(params (NumberWord Kind, string Words)[] lists)
    {
        Dictionary<string, NumberWord> known = [];
        foreach (var (kind, words) in lists)
            foreach (var word in Folded.All(words))
                known[word] = kind;
        return known;
    }
}
