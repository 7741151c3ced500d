using MigrantBot.Core.Publications;

namespace MigrantBot.Publications;

/// <summary>What whoever runs the program decides about publications.</summary>
/// <param name="Volume">Whether months appear by themselves; of each quarter only its first publication decides.</param>
/// <param name="Copies">The folder in which what was drawn outlives the database; null for none.</param>
/// <param name="Address">Where everybody finds the page; null where nobody has said it.</param>
sealed record PublicationsOptions(Volume Volume = Volume.Normal, string? Copies = null, Uri? Address = null);
