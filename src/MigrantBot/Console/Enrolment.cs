using System.Text.Json;
using MigrantBot.Core.Exchange;
using MigrantBot.Sealing;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>What the browser of somebody new sends: their passkey, and of a moderator keys that it made itself.</summary>
sealed record Enrolment(string Token, JsonElement Credential, Enrolment.MadeKeys? Keys = null)
{
    /// <summary>The private halves are wrapped under the passcode.</summary>
    public sealed record MadeKeys(byte[] BoxKey, byte[] SignKey, byte[] WrappedKeys, byte[] Salt, int Iterations, IReadOnlyList<string> Languages)
    {
        /// <summary>Fewer rounds would make a stolen database cheaper to search; our page never asks for fewer.</summary>
        const int Rounds = 600_000;

        /// <summary>Everything is exactly as our page makes it.</summary>
        public bool AreWellMade =>
            P256.IsPublicKey(BoxKey) && P256.IsPublicKey(SignKey) && !BoxKey.AsSpan().SequenceEqual(SignKey)
            && WrappedKeys.Length is > 200 and < 1000 && Salt.Length == 16 && Iterations == Rounds
            && Languages.Count > 0 && Languages.All(code => Language.Find(code) is not null);
    }

    /// <summary>Neither token nor passkey prints.</summary>
    public override string ToString() => nameof(Enrolment);

    /// <summary>A moderator comes with keys, an administrator without.</summary>
    public bool Suits(string role) => role == Roles.Administrator ? Keys is null : Keys is { AreWellMade: true };

    /// <summary>Role and keys by a name that can be compared by voice, as the audit keeps them.</summary>
    public string About(string role) => Keys is null ? role : $"{role} {Fingerprint.Of(Keys.BoxKey, Keys.SignKey)}";

    public Moderator Person(string id, string handle, string role, DateOnly today) => new()
    {
        Id = id,
        Handle = handle,
        Role = role,
        BoxKey = Keys?.BoxKey ?? [],
        SignKey = Keys?.SignKey ?? [],
        WrappedKeys = Keys?.WrappedKeys ?? [],
        KdfSalt = Keys?.Salt ?? [],
        KdfIterations = Keys?.Iterations ?? 0,
        Languages = Keys is null ? "" : string.Join(' ', Language.All.Select(language => language.Code).Where(Keys.Languages.Contains)),
        CreatedOn = today,
    };
}
