namespace MigrantBot.Console;

/// <summary>Where moderators reach the console: the scheme, host and port that stand in the links given to them.</summary>
sealed record ConsoleOptions(Uri PublicAddress);
