using MigrantBot.Sealing;

namespace MigrantBot.Storage;

/// <param name="Root">The key that signs who may read; without one it is a trial, and the database alone says so.</param>
/// <param name="SeenFile">Where the newest list that was ever in force is remembered; without one the process alone remembers it.</param>
sealed record RosterOptions(RootKey? Root, string? SeenFile = null);
