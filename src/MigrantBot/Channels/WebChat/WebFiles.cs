using MigrantBot.Browser;

namespace MigrantBot.Channels.WebChat;

/// <summary>The scripts of the pages on which the browser seals.</summary>
static class WebFiles
{
    internal const string Path = "/files";

    internal static readonly BrowserFiles All = new(Path, "webchat");

    /// <summary>What takes over a page that asks for words; all others are its imports.</summary>
    internal static readonly string Script = All.Address("tell.js");
}
