using Microsoft.AspNetCore.Identity;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console.Passkeys;

/// <summary>
/// Our tables as the framework's passkey handler asks for them. It only looks: what it has found right is stored by <see cref="PasskeyStore"/> and
/// <see cref="LinkStore"/>, together with session and audit. Somebody who was removed has no passkey.
/// </summary>
sealed class PasskeyOwners(ModeratorStore people, PasskeyStore passkeys) : IUserPasskeyStore<Moderator>
{
    public async Task<Moderator?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        await people.Find(userId, cancellationToken) is { Status: Moderator.Active } person ? person : null;

    public async Task<Moderator?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.Find(PasskeyData.IdOf(credentialId), cancellationToken) is { } row ? await people.Find(row.ModeratorId, cancellationToken) : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Moderator user, byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.Find(PasskeyData.IdOf(credentialId), cancellationToken) is { } row && row.ModeratorId == user.Id ? PasskeyData.Read(row) : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Moderator user, CancellationToken cancellationToken) =>
        [.. (await passkeys.Of(user.Id, cancellationToken)).Select(PasskeyData.Read)];

    public Task<string> GetUserIdAsync(Moderator user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Moderator user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Handle);

    public Task<string?> GetNormalizedUserNameAsync(Moderator user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Handle);

    public async Task<Moderator?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await people.FindActive(normalizedUserName, cancellationToken);

    public Task AddOrUpdatePasskeyAsync(Moderator user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw NotHere();

    public Task RemovePasskeyAsync(Moderator user, byte[] credentialId, CancellationToken cancellationToken) => throw NotHere();

    public Task SetUserNameAsync(Moderator user, string? userName, CancellationToken cancellationToken) => throw NotHere();

    public Task SetNormalizedUserNameAsync(Moderator user, string? normalizedName, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> CreateAsync(Moderator user, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> UpdateAsync(Moderator user, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> DeleteAsync(Moderator user, CancellationToken cancellationToken) => throw NotHere();

    public void Dispose() { }

    static NotSupportedException NotHere() => new("People and passkeys are changed by our stores, in one transaction with the audit.");
}
