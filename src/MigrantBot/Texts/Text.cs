using MigrantBot.Core.Exchange;

namespace MigrantBot.Texts;

/// <summary>One text of a language, and where it stands.</summary>
sealed record Text(Language Language, string Key, string Value, string File, long Line);
