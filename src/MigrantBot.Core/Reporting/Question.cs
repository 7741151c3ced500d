using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>The questions of a report with a choice of answers, in the order in which they are asked.</summary>
public enum Question { Who, When, Region, Place, Actor, Methods, Stage, Citizenship, RussianPassport, Deadline }

/// <summary>One possible answer: its name in the code list, the facets once it is chosen, and whether it is chosen now.</summary>
sealed record Option(string Name, Facets Facets, bool IsChosen);

/// <summary>What can be answered to a question.</summary>
static class Options
{
    internal static IReadOnlyList<Option> Of(Question question, Facets facets) => question switch
    {
        Question.Who => Of<Who>(facets.Who, who => facets with { Who = who }),
        Question.When => Of<When>(facets.When, when => facets with { When = when }),
        Question.Region => Of<Region>(facets.Region, region => facets with { Region = region }),
        Question.Place => Of<Site>(facets.Site, site => facets with { Site = site }),
        Question.Actor => Of<Actor>(facets.Actor, actor => facets with { Actor = actor }),
        Question.Methods =>
            [.. Enum.GetValues<Methods>().Where(method => method != Methods.None)
                .Select(method => new Option(Code.Of(method), facets with { Methods = facets.Methods ^ method }, facets.Methods.HasFlag(method)))],
        Question.Stage => Of<Stage>(facets.Stage, stage => facets with { Stage = stage }),
        Question.Citizenship => Of<Citizenship>(facets.Citizenship, citizenship => facets with { Citizenship = citizenship }),
        Question.RussianPassport => Of<RussianPassport>(facets.RussianPassport, passport => facets with { RussianPassport = passport }),
        Question.Deadline => Of<Deadline>(facets.Deadline, deadline => facets with { Deadline = deadline }),
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>The facets with this question unanswered.</summary>
    internal static Facets Skip(Question question, Facets facets) => question switch
    {
        Question.Who => facets with { Who = null },
        Question.When => facets with { When = null },
        Question.Region => facets with { Region = null },
        Question.Place => facets with { Site = null },
        Question.Actor => facets with { Actor = null },
        Question.Methods => facets with { Methods = Methods.None },
        Question.Stage => facets with { Stage = null },
        Question.Citizenship => facets with { Citizenship = null },
        Question.RussianPassport => facets with { RussianPassport = null },
        Question.Deadline => facets with { Deadline = null },
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    static IReadOnlyList<Option> Of<T>(T? chosen, Func<T, Facets> choose) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Option(Code.Of(value), choose(value), EqualityComparer<T?>.Default.Equals(chosen, value)))];
}
