using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting;

/// <summary>Links, e-mail addresses, bare domains and names of accounts.</summary>
static class Contacts
{
    const string Domain = "(?:com|net|org|info|biz|ru|su|рф|uz|kg|tj|kz|tm|by|me|io|ly|app|dev|xyz|site|online)";

    const string Messenger =
        @"(?:telegram|телеграмм?|instagram|инстаграмм?|insta|инста|whats ?app|в[ао]тсапп?|viber|вайбер|facebook|фейсбук|tiktok|тикток|skype|скайп|nick|username)";

    static readonly Regex Any = new(
        string.Join('|',
            @"[a-z][a-z0-9+.-]+://\S*",
            @"www\.\S+",
            @"(?:t|telegram) ?\. ?(?:me|dog) ?/ ?\S+",
            @"[\w.+-]*@[\w-]{2,}(?:\.[\w-]+)*",
            @"[\w.+-]+ ?@ ?[\w-]+\.[\w.-]+",
            $@"[\w.+-]+ ?[\[(]?(?:at|собака|собачка)[\])]? ?[\w-]+ ?(?:\.|[\[(]?(?:dot|точка|нуқта|nuqta)[\])]?) ?{Domain}\b",
            $@"(?:\w[\w-]*\.)+{Domain}(?:[\d_]\w*)?\b(?::\d+)?(?:/\S*)?",
            $@"(?:{Messenger}|\b(?:tg|тг|imo|имо|vk|вк|nik|ник)) ?[:=] ?[a-z.]*[0-9_][a-z0-9_.]*"),
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static string Mask(string text) => Any.Replace(text, Scrubber.ContactMask);
}
