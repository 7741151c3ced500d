using MigrantBot.Core.Awareness;

namespace MigrantBot.Content;

/// <summary>One item of a data file, and where it stands.</summary>
sealed record Item(Dated Dated, string File, long Line);
