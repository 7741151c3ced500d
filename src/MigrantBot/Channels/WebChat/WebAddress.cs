using MigrantBot.Core.Exchange;

namespace MigrantBot.Channels.WebChat;

/// <summary>Public places as addresses of pages, <c>/uz-KZ/list/laws</c>: stable, so that they can be linked and mirrored.</summary>
static class WebAddress
{
    const string Home = "home";

    internal static string Of(Place place) => $"/{place.Reader.Code}/{place.Path.Replace('.', '/')}";

    internal static string Of(Recording recording) => $"/{recording.Language.Code}/audio/{recording.Id}.ogg";

    /// <summary>The code behind an address, home where only a reader is named; whether there is such a place is for others to say.</summary>
    internal static string Code(string reader, string? path) =>
        PlaceCode.Of(reader, path?.TrimEnd('/') is { Length: > 0 } named ? named.Replace('/', '.') : Home);

    /// <summary>Home in the language of a code, or null where it has none.</summary>
    internal static string? HomeOf(string? code) => PlaceCode.Read(code) is { } address ? PlaceCode.Of(address.Reader.Code, Home) : null;

    internal static string HomeOf(Reader reader) => $"/{reader.Code}/{Home}";
}
