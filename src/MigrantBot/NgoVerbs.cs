using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot;

/// <summary>The verbs that begin with <c>ngo</c>: who fetches publications by a program.</summary>
static class NgoVerbs
{
    const int WronglyAsked = 2;

    internal static Task<int> Do(string[] args) => args switch
    {
        ["issue", var option, ..] when option.StartsWith('-') => Help(),
        ["issue", var name] => OnServer((keys, _) => Issue(keys, name, Scope.All, System.Console.Out)),
        ["issue", var name, "--scopes", var scopes] => OnServer((keys, _) => Issue(keys, name, scopes.Split(',', StringSplitOptions.TrimEntries), System.Console.Out)),
        ["list"] => OnServer((_, store) => List(store, System.Console.Out)),
        ["revoke", var prefix] => OnServer((_, store) => Revoke(store, prefix, TimeProvider.System, System.Console.Out)),
        _ => Help(),
    };

    /// <summary>The one time that the key is seen.</summary>
    internal static async Task<int> Issue(NgoKeys keys, string name, IReadOnlyCollection<string> scopes, TextWriter output)
    {
        switch (await keys.Issue(name, scopes, AuditRow.Operator, CancellationToken.None))
        {
            case KeyIssue.Made made:
                await output.WriteLineAsync($"The key of {name.Trim()}, for {string.Join(", ", Scope.All.Where(scopes.Contains))}. It cannot be shown again; hand it over so that nobody else reads it:");
                await output.WriteLineAsync(made.Key.Reveal());
                await output.WriteLineAsync($"To take it back:   ngo revoke {made.Key.Prefix}");
                return 0;
            case KeyIssue.Refused refused:
                await output.WriteLineAsync(refused.Message);
                return 1;
            default:
                throw new InvalidOperationException();
        }
    }

    internal static async Task<int> List(NgoKeyStore store, TextWriter output)
    {
        var all = await store.All(CancellationToken.None);
        if (all.Count == 0)
        {
            await output.WriteLineAsync("Nobody has a key. To make one:   ngo issue NAME [--scopes months,quarters,signals]");
            return 0;
        }
        await output.WriteLineAsync("PREFIX    ISSUED      LAST USED   REVOKED     SCOPES                   NGO");
        foreach (var key in all)
            await output.WriteLineAsync($"{key.Prefix}  {Day(key.CreatedOn)}  {Day(key.UsedOn)}  {Day(key.RevokedOn)}  {key.Scopes,-23}  {key.Ngo}");
        return 0;
    }

    /// <summary>Takes the key itself too, which somebody has at hand; it is not printed.</summary>
    internal static async Task<int> Revoke(NgoKeyStore store, string which, TimeProvider clock, TextWriter output)
    {
        var prefix = NgoKey.Read(which)?.Prefix ?? (which.StartsWith(NgoKey.Start, StringComparison.Ordinal) ? which[NgoKey.Start.Length..] : which);
        if (await store.Revoke(prefix, AuditRow.Operator, clock.GetUtcNow(), CancellationToken.None))
        {
            await output.WriteLineAsync($"The key {prefix} is void from now on.");
            return 0;
        }
        await output.WriteLineAsync("No key with such a prefix is in force:   ngo list   shows them.");
        return 1;
    }

    static string Day(DateOnly? day) => day is { } known ? $"{known:yyyy-MM-dd}" : "-         ";

    static Task<int> Help()
    {
        System.Console.Error.WriteLine($"""
            Publications are public; with a key an NGO's own programs fetch them (docs/api.md). “ngo” does one of these:
              ngo issue NAME [--scopes {string.Join(',', Scope.All)}]
                                   make a key and print it once
              ngo list             who has a key, since when, when it was last used
              ngo revoke PREFIX    make a key void
            """);
        return Task.FromResult(WronglyAsked);
    }

    static Task<int> OnServer(Func<NgoKeys, NgoKeyStore, Task<int>> act) => Verbs.WithFoundation(Verbs.Quiet(), (_, foundation) =>
    {
        var store = new NgoKeyStore(foundation.Database);
        return act(new NgoKeys(store, TimeProvider.System), store);
    });
}
