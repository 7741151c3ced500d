using MigrantBot.Core.Exchange;
using MigrantBot.Sealing;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>What the browser of a new moderator sends: an id and keys that it made itself; the private halves are wrapped under the passcode.</summary>
sealed record Enrolment(string Token, string Id, byte[] BoxKey, byte[] SignKey, byte[] WrappedKeys, byte[] Salt, int Iterations, IReadOnlyList<string> Languages)
{
    /// <summary>Fewer rounds would make a stolen database cheaper to search; our page never asks for fewer.</summary>
    const int Rounds = 600_000;

    /// <summary>The token does not print.</summary>
    public override string ToString() => nameof(Enrolment);

    /// <summary>Null when anything is not exactly as our page makes it.</summary>
    public Moderator? Moderator(string handle, DateOnly today) =>
        Id is { Length: 32 } && Id.All(char.IsAsciiHexDigitLower)
        && P256.IsPublicKey(BoxKey) && P256.IsPublicKey(SignKey) && !BoxKey.AsSpan().SequenceEqual(SignKey)
        && WrappedKeys.Length is > 200 and < 1000 && Salt.Length == 16 && Iterations == Rounds
        && Languages.Count > 0 && Languages.All(code => Language.Find(code) is not null)
            ? new Moderator
            {
                Id = Id,
                Handle = handle,
                BoxKey = BoxKey,
                SignKey = SignKey,
                WrappedKeys = WrappedKeys,
                KdfSalt = Salt,
                KdfIterations = Iterations,
                Languages = string.Join(' ', Language.All.Select(language => language.Code).Where(Languages.Contains)),
                CreatedOn = today,
            }
            : null;
}
