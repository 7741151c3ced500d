using System.Globalization;
using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot;

/// <summary>Verifies what was done, on the database itself: also on a copy of it, on another computer.</summary>
static class AuditVerbs
{
    const int WronglyAsked = 2;
    const int LettersOfHash = 64;

    internal static Task<int> Verify(string? head) => Verbs.WithFoundation(Verbs.Quiet(), (_, foundation) =>
        Verify(
            new(foundation.Database), new(foundation.Database), head, System.Console.Out, CancellationToken.None,
            new(new(foundation.Database), new(foundation.Database), foundation.Settings.Publications)));

    /// <summary>0 whole, 1 broken or empty, 2 what was noted cannot be read.</summary>
    internal static async Task<int> Verify(
        AuditLog audit, PublicationCheck publications, string? noted, TextWriter output, CancellationToken cancellation, CopiesCheck? copies = null)
    {
        var mark = noted is null ? null : Read(noted);
        if (noted is not null && mark is null)
        {
            await output.WriteLineAsync($"“{noted}” is no head of an audit: write it as the console shows it, the number of the row and at least {AuditChain.NotedLetters} letters of its hash, such as 1234:0a1b2c3d4e5f6071");
            return WronglyAsked;
        }
        var head = await audit.Head(cancellation);
        if (await audit.Check(cancellation) is { } fault)
            return await Broken(output, fault.ToString());
        if (mark is not null && await Compare(audit, publications, mark, head, cancellation) is { } difference)
            return await Broken(output, difference);
        if (await publications.Faults(cancellation) is [_, ..] touched)
            return await Touched(output, touched);
        if (copies is not null && await copies.Faults(cancellation) is [_, ..] others)
            return await Touched(output, others);
        if (head.Seq == 0)
        {
            await output.WriteLineAsync("The audit is empty: nothing was done here yet. If people have worked here, this is not their database, or all of it was deleted.");
            return 1;
        }
        await output.WriteLineAsync($"The audit is whole, and so is what was published. Its newest row is {head.Seq}:{head.Hash}");
        await output.WriteLineAsync(mark is null
            ? "Whoever can write to the database can cut the end off unseen: note this head elsewhere, and compare it next time with   audit verify --head SEQ:HASH"
            : "What was noted still stands in it.");
        return 0;
    }

    static async Task<string?> Compare(AuditLog audit, PublicationCheck publications, AuditMark mark, AuditMark head, CancellationToken cancellation)
    {
        if (mark.Seq > 0)
            return AuditChain.VerifyNoted(mark, await audit.Find(mark.Seq, cancellation), head)?.ToString();
        // In a file that was published the head stands blinded; of the very first one it may be that of an empty audit.
        var hash = await publications.HeadBehind(mark.Hash, cancellation) ?? mark.Hash;
        return hash.Length > 0 && await audit.Find(hash, cancellation) is null
            ? "No row has the hash that was noted, and nothing was published with it: the chain was cut or written anew. (Rows older than two years are deleted; then take a newer note.)"
            : null;
    }

    static async Task<int> Touched(TextWriter output, IReadOnlyList<PublicationFault> faults)
    {
        await output.WriteLineAsync("The audit is whole, but what was published is not as it was.");
        foreach (var fault in faults)
            await output.WriteLineAsync($"{fault}");
        await output.WriteLineAsync("Somebody with access to the database, or to the folder of copies beside the pepper, has changed it. Keep a copy of the database and of that folder as they are now, take what was published from the newest backup in which this verb finds all of it whole, or from an NGO that has fetched it, and find out who had access. Tell the others who work here, and the NGOs.");
        return 1;
    }

    static async Task<int> Broken(TextWriter output, string what)
    {
        await output.WriteLineAsync($"The audit is broken. {what}");
        await output.WriteLineAsync("Somebody with access to the database has changed what it says was done. Keep a copy of the database as it is now, find the newest backup in which the audit is whole (this verb says so), compare the two, and find out who had access. Tell the others who work here.");
        return 1;
    }

    /// <summary>A hash, alone or after the number of its row; of a hash without number the row is 0.</summary>
    static AuditMark? Read(string noted)
    {
        var parts = noted.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant().Split(':');
        var hash = parts[^1];
        long seq = 0;
        return hash.Length is >= AuditChain.NotedLetters and <= LettersOfHash && hash.All(char.IsAsciiHexDigitLower)
            && (parts.Length == 1 || (parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out seq) && seq > 0))
                ? new AuditMark { Seq = seq, Hash = hash }
                : null;
    }
}
