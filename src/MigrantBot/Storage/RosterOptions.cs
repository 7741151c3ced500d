using MigrantBot.Sealing;

namespace MigrantBot.Storage;

/// <param name="Root">The key that signs who may read; without one it is a trial, and the database alone says so.</param>
sealed record RosterOptions(RootKey? Root);
