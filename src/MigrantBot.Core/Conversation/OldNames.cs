using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Conversation;

/// <summary>Screens under the names that they had before: a button or a link keeps its meaning for as long as somebody has it.</summary>
static class OldNames
{
    /// <summary>The address by the names of today; an address of today as it is.</summary>
    internal static Address Renew(Address address) => (address.Screen, address.Details) switch
    {
        ("laws", []) => address with { Screen = "list", Details = ["laws"] },
        ("law", [var country]) when Code.Read<Country>(country) is { } citizenship => new(address.Reader with { Citizenship = citizenship }, "list", ["laws"]),
        ("cases", [_]) => address with { Screen = "list", Details = ["cases"] },
        ("case" or "right", [_]) => address with { Screen = "card" },
        ("rights", [] or [_]) => address with { Screen = "list", Details = ["rights"] },
        ("contacts", [var country, _]) when Code.Read<Country>(country) is { } citizenship => new(address.Reader with { Citizenship = citizenship }, "help", []),
        ("contacts", ["all", _]) => address with { Screen = "organisations", Details = [] },
        ("ask", _) => address with { Screen = "q" },
        _ => address,
    };
}
