using MigrantBot.Core.Publications;

namespace MigrantBot.Publications;

/// <summary>What whoever runs the program decides about publications.</summary>
/// <param name="Volume">Whether months appear by themselves; of each quarter only its first publication decides.</param>
sealed record PublicationsOptions(Volume Volume = Volume.Normal);
