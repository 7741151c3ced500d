namespace MigrantBot.Channels.WebChat;

/// <summary>What the web chat is told once.</summary>
/// <param name="IsInvented">Whether it serves a demo, which every page then says: nobody who is in need should believe that somebody reads here.</param>
sealed record WebChatOptions(bool IsInvented);
