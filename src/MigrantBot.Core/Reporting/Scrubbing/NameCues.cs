namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>What people say before and after a name. Folded words.</summary>
static class NameCues
{
    /// <summary>Before the name of the person who tells; several words are joined by blanks.</summary>
    static readonly HashSet<string> Own = Phrases(
        "меня зовут|зовут меня|меня звать|меня называют|моё имя|имя моё|моя фамилия|фамилия моя|моё фио|моё полное имя|мои данные|зовите меня|мои фамилия имя отчество|моё имя и фамилия|фио|фамилия имя отчество|фамилия имя|имя и фамилия|имя фамилия|мои имя и фамилия|мое отчество|подпись"
        + "|ismim|mening ismim|familiyam|mening familiyam|ism familiyam|ism sharifim|ismi sharifim|ismim sharifim|otim|mening otim|f i sh|fish|ism familiya"
        + "|исмим|менинг исмим|фамилиям|менинг фамилиям|исм фамилиям|исм шарифим|исми шарифим|отим|менинг отим|ф и ш|исм фамилия"
        + "|номи ман|номам|исмам|исми ман|ному насабам|ному насаби ман|насабам|насаби ман|фамилияи ман|фамилияам|номи пурраи ман"
        + "|менин атым|атым|менин ысмым|ысмым|аты жөнүм|менин аты жөнүм|фамилиям|менин фамилиям|толук атым"
        + "|менің атым|менің есімім|есімім|аты жөнім|менің аты жөнім|тегім|менің тегім|толық атым"
        + "|my name is|my name|my surname is|my full name is|call me|name is");

    /// <summary>"I": a name follows only if it looks like one.</summary>
    static readonly HashSet<string> I = Folded.All("я мен ман men i im");

    /// <summary>"Me": a name and "they call" follow.</summary>
    static readonly HashSet<string> Me = Folded.All("meni мени маро мені меня ин это бул бұл bu бу");

    static readonly string[] Calling = [.. Folded.All("deb dey deyish chaqir деб дей чақир деп чакыр дешет атай атайт меноманд мегӯянд мехонанд ном называют менавис пиш yoz ёз жаз")];

    /// <summary>Between a cue and the name.</summary>
    static readonly HashSet<string> Links = Folded.All("is это эса bo'lsa бўлса esa просто полностью to'liq тўлиқ");

    /// <summary>Before the name of somebody else.</summary>
    static readonly HashSet<string> Before = Phrases(
        "зовут|звали|по имени|имя|его имя|её имя|фамилия|фамилии|по фамилии|позывной|позывным|кличка|прозвище|некий|некто"
        + "|брат|брата|брату|братом|сын|сына|сыну|сыном|отец|отца|отцу|друг|друга|другу|другом|товарищ|товарища|дядя|дяди|дядю|тётя|жена|жену|жены|муж|мужа|мужу|сестра|сестру|сестры|земляк|земляка|сосед|соседа|знакомый|знакомого|коллега|дочь|племянник|племянника|зять"
        + "|капитан|капитана|капитану|капитаном|майор|майора|майору|майором|полковник|полковника|подполковник|лейтенант|лейтенанта|старлей|старший лейтенант|сержант|сержанта|прапорщик|прапорщика|генерал|генерала|командир|командира|командиром|комбат|комроты|ротный|ротного|начальник|начальника|начальнику|следователь|следователя|дознаватель|участковый|инспектор|инспектора|опер|оперуполномоченный|вербовщик|вербовщика|бригадир|бригадира|бригадиру|прораб|хозяин|хозяина|посредник|посредника|адвокат|адвоката|прокурор|прокурора|судья|судьи|рядовой|гражданин|гражданина|гражданка|директор|директора"
        + "|ismi|uning ismi|otasining ismi|akam|ukam|opam|singlim|otam|onam|o'g'lim|qizim|do'stim|o'rtog'im|xotinim|ayolim|erim|amakim|tog'am|qaynotam|jiyanim|qo'shnim|hamqishlog'im|kapitan|mayor|polkovnik|leytenant|serjant|komandir|boshliq|brigadir|prorab|tergovchi|xo'jayin|vositachi|advokat|familiyasi|laqabi"
        + "|исми|унинг исми|акам|укам|опам|синглим|отам|онам|ўғлим|қизим|дўстим|ўртоғим|хотиним|аёлим|эрим|амаким|тоғам|қайнотам|жияним|қўшним|капитан|майор|бошлиқ|терговчи|хўжайин|воситачи|фамилияси|лақаби|ҳамқишлоғим"
        + "|номаш|исмаш|бародарам|додарам|акаам|писарам|падарам|модарам|дӯстам|рафиқам|ҳамсарам|зани ман|амакам|тағоям|хоҳарам|духтарам|ҳамдеҳаам|муфаттиш|сардори мо|сардори|акаи|ҷиянам|устод"
        + "|аты|анын аты|агам|иним|байкем|досум|уулум|атам|апам|аялым|күйөөм|эжем|тергөөчү|жолдошум|ысымы|фамилиясы|кошунам|классташым"
        + "|оның аты|есімі|ағам|інім|досым|ұлым|әкем|анам|әйелім|күйеуім|әпкем|тергеуші|тегі|көршім|жолдасым"
        + "|named|name|called|my friend|my brother|my son|my father|my wife|my husband|my sister|my uncle|my cousin|brother|captain|major|sergeant|lieutenant|colonel|commander|officer|detective|foreman|investigator|recruiter|mr|mrs|callsign");

    /// <summary>After the name of somebody else, as a word of its own.</summary>
    static readonly HashSet<string> After = Folded.All(
        "ака акани акага аканинг акам опа опага aka akaga akani akaning opa opaga amaki tog'a ismli nomli degan deganning исмли деган амаки тоға байке байкенин байкеге эже аттуу аға ағай апай көке атты есімді деген ном бародар домла domla уста usta бобо bobo");

    static readonly int Longest = Own.Concat(Before).Max(phrase => phrase.Count(letter => letter == ' ') + 1);

    /// <summary>How many words that end at this one are a cue for the own name.</summary>
    public static bool IsOwn(IReadOnlyList<Token> tokens, int last) => Ends(Own, tokens, last);

    public static bool IsBefore(IReadOnlyList<Token> tokens, int last) => Ends(Before, tokens, last);

    /// <summary>A word that is said before names is none itself, with a capital neither.</summary>
    public static bool IsCue(string fold) => Before.Contains(fold);

    public static bool IsI(string fold) => I.Contains(fold);

    public static bool IsMe(string fold) => Me.Contains(fold);

    public static bool IsCalling(string fold) => Array.Exists(Calling, start => fold.StartsWith(start, StringComparison.Ordinal));

    public static bool IsLink(string fold) => Links.Contains(fold);

    public static bool IsAfter(string fold) => After.Contains(fold);

    static bool Ends(HashSet<string> phrases, IReadOnlyList<Token> tokens, int last)
    {
        var phrase = "";
        for (var at = last; at >= 0 && at > last - Longest && tokens[at].Kind == TokenKind.Word; at--)
        {
            phrase = at == last ? tokens[at].Fold : $"{tokens[at].Fold} {phrase}";
            if (phrases.Contains(phrase))
                return true;
        }
        return false;
    }

    static HashSet<string> Phrases(string phrases) =>
        [.. phrases.Split('|').Select(phrase => string.Join(' ', phrase.Split(' ').Select(word => Folded.Of(word))))];
}
