using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>Links, e-mail addresses, bare domains and names of accounts, also where dots and signs are said in words.</summary>
static class Contacts
{
    const string Domain = "(?:com|net|org|info|biz|ru|su|рф|uz|kg|tj|kz|tm|by|me|io|ly|app|dev|xyz|site|online)";

    /// <summary>Ends of addresses as they are said in Cyrillic.</summary>
    const string Said = "(?:ру|ком|орг|уз|кз|кг|тж|рф)";

    const string Dot = @" ?(?:\.|\[\.\]|\(\.\)|[\[(]?\b(?:dot|точка|тчк|нуқта|нукта|нүкте|чекит|nuqta)\b[\])]?) ?";
    const string At = @" ?[\[({<]? ?\b(?:собака|собачка|sobaka|sobachka|кучукча|kuchukcha)\b ?[\])}>]? ?";
    const string Slash = " ?(?:/|слэш|слеш|slash|slesh) ?";

    public const string Messenger =
        @"(?:telegram+|телеграм+|телега|instagram+|инстаграм+|insta|инста|whats ?app|wats ?app|в[ао]т[сц]апп?|viber|вайбер|facebook|фейсбук|фэйсбук|tik ?tok|тик ?ток|skype|скайп|snapchat|discord|vkontakte|вконтакте|одноклассники"
        + @"|\b(?:tg|тг|imo|имо|vk|вк|ок|wa|fb)\b)";

    public const string Nick = @"\b(?:nick|username|user|login|ник|логин|юзер|юзернейм|аккаунт|nik|akkaunt|account|лақаб|laqab)";

    const string Ending = @"(?:\p{L}{1,4})?\b";
    const string To = @"(?: ?[:=–—-] ?| )";

    /// <summary>A name with a digit or an underscore in it is no word of any language.</summary>
    const string Odd = "[a-z][a-z.-]*[0-9_][a-z0-9_.]*";

    static readonly Regex Any = new(
        string.Join('|',
            @"[a-z][a-z0-9+.-]+://\S*",
            @"www\.\S+",
            $@"(?:t|telegram|wa|vk){Dot}(?:me|dog|com){Slash}\S+",
            $@"\b(?:т|тэ|тг|телеграм){Dot}(?:ме|ми|мэ){Slash}\S+",
            @"[\w.+-]*@[\w-]{2,}(?:\.[\w-]+)*",
            @"[\w.+-]+ ?@ ?[\w-]+ ?\. ?[\w.-]+",
            $@"(?:[\w+-]+ (?:точка|нуқта|nuqta|dot) )?[\w.+-]+{At}[\w-]+{Dot}(?:{Domain}|{Said})\b",
            $@"[\w.+-]+ ?[\[(]?\bat\b[\])]? ?[\w-]+ ?(?:\.|[\[( ]*\bdot\b[\]) ]*){Domain}\b",
            $@"\b\w[\w-]*(?:\[\.\]|\(\.\)|[\[( ]+(?:dot|точка|нуқта|nuqta)[\]) ]+)(?:{Domain}|{Said})\b(?:{Slash}\S+)?",
            $@"(?:\w[\w-]*\.)+{Domain}(?:[\d_]\w*)?\b(?::\d+)?(?:/\S*)?",
            $@"(?:{Messenger}|\b(?:tg|тг|imo|имо|vk|вк|nik|ник)) ?[:=] ?[a-z.]*[0-9_][a-z0-9_.]*",
            $@"(?:{Messenger}|{Nick}){Ending} ?[:=] ?[a-z]+\.[a-z]+[a-z0-9_.]*",
            $@"(?:{Messenger}|{Nick}){Ending}(?:{To}(?:{Nick}|{Messenger}){Ending})?{To}(?:{Odd})",
            $@"{Nick}{Ending} ?[:=–—-] ?[a-z][a-z0-9_.]{{2,}}",
            @"\b[a-z][a-z0-9.]*_[a-z0-9_.]*[a-z0-9]\b"),
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static string Mask(string text)
    {
        List<(int Start, int End)> found = [];
        foreach (var match in Any.EnumerateMatches(Lookalikes.Lowered(Lookalikes.Latin(text))))
            found.Add((match.Index, match.Index + match.Length));
        return Spans.Replace(text, found, Scrubber.ContactMask);
    }
}
