using System.Security.Cryptography;
using MigrantBot.Core.Publications;
using MigrantBot.Storage;

namespace MigrantBot.Publications;

/// <summary>What became of the wish for a key.</summary>
abstract record KeyIssue
{
    /// <summary>The one moment at which the key can be seen.</summary>
    public sealed record Made(NgoKey Key) : KeyIssue;

    /// <param name="Reason">For pages: <c>ngo</c> or <c>scopes</c>.</param>
    /// <param name="Message">For people: what to do.</param>
    public sealed record Refused(string Reason, string Message) : KeyIssue;
}

/// <summary>Makes keys for NGOs, by verb and in the console alike.</summary>
sealed class NgoKeys(NgoKeyStore store, TimeProvider clock)
{
    /// <summary>A name that fits a line of a list.</summary>
    public const int LongestName = 80;

    /// <summary>The key can be seen once, in what is returned; stored is only its hash.</summary>
    public async Task<KeyIssue> Issue(string ngo, IReadOnlyCollection<string> scopes, string actor, CancellationToken cancellation)
    {
        var name = ngo.Trim();
        if (!IsName(name))
            return new KeyIssue.Refused("ngo", $"Name the NGO in 1 to {LongestName} letters on one line, as moderators know it.");
        List<string> wanted = [.. Scope.All.Where(scopes.Contains)];
        if (wanted.Count == 0 || wanted.Count < scopes.Count)
            return new KeyIssue.Refused("scopes", $"Say what the key is for: one or more of {string.Join(", ", Scope.All)}, each once.");
        for (; ; )
        {
            var (key, now) = (NgoKey.Make(RandomNumberGenerator.Fill), clock.GetUtcNow());
            if (await store.Issue(
                new()
                {
                    Id = Guid.NewGuid().ToString("n"), Ngo = name, Prefix = key.Prefix, KeySha256 = key.Sha256, Scopes = string.Join(' ', wanted),
                    CreatedOn = DateOnly.FromDateTime(now.UtcDateTime),
                }, actor, now, cancellation))
                return new KeyIssue.Made(key);
        }
    }

    static bool IsName(string name) => name.Length is > 0 and <= LongestName && PlainLine.Is(name);
}
