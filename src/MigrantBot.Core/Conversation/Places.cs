using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Conversation;

/// <summary>All places of all features. Codes are untrusted: a forged one can at most change the forger's own draft.</summary>
public static class Places
{
    /// <summary>The place that a code names; null for what is not exactly right.</summary>
    public static Place? Read(string? code, Catalogue catalogue) => PlaceCode.Read(code) switch
    {
        null => null,
        { Screen: "home", Details: [] } address => new GeneralPlace.Home(address.Reader),
        { Screen: "language", Details: [] } address => new GeneralPlace.Languages(address.Reader),
        { Screen: "clear", Details: [] } address => new GeneralPlace.Clear(address.Reader),
        var address => OfFeature(OldNames.Renew(address), catalogue),
    };

    /// <summary>Where a code leads at all: its place, else home in its language, else (null) nobody knows.</summary>
    public static Place? Nearest(string? code, Catalogue catalogue) =>
        Read(code, catalogue) ?? (PlaceCode.Read(code) is { } address ? new GeneralPlace.Home(address.Reader) : null);

    static Place? OfFeature(Address address, Catalogue catalogue) => (Place?)AwarenessPlace.Read(address, catalogue) ?? (Place?)ReportPlace.Read(address) ?? ReceiptPlace.Of(address);
}
