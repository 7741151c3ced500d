using MigrantBot.Core.Awareness;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Conversation;

/// <summary>The three answers of "they are pressing me now", in the words of a report.</summary>
static class NowFacets
{
    internal static Facets Of(AwarenessPlace.Now now) => new()
    {
        Who = Who.Self,
        When = When.Now,
        Stage = Stage.Pressed,
        Site = now.Where is { } where ? Of(where) : null,
        Methods = now.What is { } what ? Of(what) : Methods.None,
        Deadline = now.Soon switch { NowSoon.Hours => Deadline.Hours, NowSoon.Days => Deadline.Days, NowSoon.None => Deadline.None, _ => null },
    };

    static Site Of(NowWhere where) => where switch
    {
        NowWhere.Police => Site.Police,
        NowWhere.MigrationCentre => Site.MigrationCentre,
        NowWhere.Workplace => Site.Workplace,
        NowWhere.Home => Site.HomeOrHostel,
        NowWhere.MilitaryOffice => Site.MilitaryOffice,
        NowWhere.Prison => Site.Prison,
        NowWhere.Border => Site.Border,
        NowWhere.Phone => Site.PhoneOrInternet,
        _ => throw new ArgumentOutOfRangeException(nameof(where)),
    };

    static Methods Of(NowWhat what) => what switch
    {
        NowWhat.Paper => Methods.Deception,
        NowWhat.CriminalCase => Methods.CriminalCase,
        NowWhat.Deportation => Methods.Deportation,
        NowWhat.Violence => Methods.Violence,
        NowWhat.Passport => Methods.DocumentsTaken,
        NowWhat.Debt => Methods.DebtOrWages,
        NowWhat.Sign or NowWhat.Taken => Methods.None,
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };
}
