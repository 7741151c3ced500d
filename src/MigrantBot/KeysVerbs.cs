using System.Security.Cryptography;
using MigrantBot.Custody;

namespace MigrantBot;

/// <summary>The verbs that begin with <c>keys</c>, but for the invitation: who may read reports, and what happens when nobody can any more.</summary>
static class KeysVerbs
{
    const int HelpAsked = 2;

    internal static Task<int> Do(string[] args) => args switch
    {
        ["root", var file] => Say(RootFile.Make(file)),
        ["backup", var folder] => Say(BackupKeyVerb.Make(folder, RandomNumberGenerator.Fill)),
        ["recovery", var folder] => Say(RecoveryVerb.Make(folder, RandomNumberGenerator.Fill)),
        ["sign", var draft, "--root", var root] => Say(SignVerb.Sign(draft, root)),
        ["recover", var file, "--sheet-a", var a, "--sheet-b", var b, "--to", var keys] => Say(RecoverVerb.Recover(file, a, b, keys, RandomNumberGenerator.Fill)),
        ["draft"] => OnServer((server, end) => Make<DraftVerb>(server).Draft(null, end)),
        ["draft", "--recovery", var key] => OnServer((server, end) => Make<DraftVerb>(server).Draft(key, end)),
        ["load", var file] => OnServer((server, end) => Make<LoadVerb>(server).Load(file, end)),
        ["list"] => OnServer((server, end) => Make<ListVerb>(server).List(end)),
        ["remove", var name] => OnServer((server, end) => Make<RemoveVerb>(server).Remove(name, end)),
        ["export", var which] => OnServer((server, end) => Make<ExportVerb>(server).Export(which, end)),
        ["import", var file, "--to", var handle] => OnServer((server, end) => Make<ImportVerb>(server).Import(file, handle, end)),
        _ => Help(),
    };

    static Task<int> Help()
    {
        System.Console.Error.WriteLine("""
            Who may read reports is a list that a root key signs, on a computer without a network. “keys” does one of these:

            on a computer without a network
              keys root FILE                     make the root key in FILE; prints the setting Keys__Root for the server
              keys recovery FOLDER               make the recovery key as two sheets to print; prints its public half
              keys backup FOLDER                 make a backup key as two sheets to print; prints the setting Backup__Key
              keys sign DRAFT --root FILE        show what a draft changes, and sign it: DRAFT.signed.json
              keys recover SEALED --sheet-a FILE --sheet-b FILE --to PUBLICKEYS
                                                 seal what the recovery key opens to a moderator: resealed.json

            on the server
              keys list                          who may read now, with fingerprints and public keys
              keys draft [--recovery PUBLICKEY]  print the next list: > draft.json
              keys load SIGNED                   bring a signed list into force
              keys remove NAME                   take somebody away with all their keys, where no two people can do it in the console
              keys export REPORT|all             print what is sealed to the recovery key: > sealed.json
              keys import RESEALED --to NAME     give a moderator what was recovered
              keys invite NAME [--administrator] print a one-time link by which somebody enrols

            To add a moderator: keys invite NAME; they enrol and read out their fingerprint; keys draft; keys sign; keys load.
            When all who could read are gone: add a moderator; keys export; keys recover with both sheets; keys import.
            """);
        return Task.FromResult(HelpAsked);
    }

    static T Make<T>(IServiceProvider server) => ActivatorUtilities.CreateInstance<T>(server);

    static Task<int> OnServer(Func<IServiceProvider, CancellationToken, Task<Outcome>> act) => Verbs.WithFoundation(Verbs.Quiet(), async (builder, foundation) =>
    {
        await using var app = App.Build(builder, foundation);
        return await Say(await act(app.Services, CancellationToken.None));
    });

    /// <summary>What may go into a file goes to the output, the rest to where a person sees it all the same.</summary>
    internal static async Task<int> Say(Outcome outcome)
    {
        await System.Console.Out.WriteAsync(outcome.Output);
        if (outcome.Remark.Length > 0)
            await System.Console.Error.WriteLineAsync(outcome.Remark);
        return outcome.Code;
    }
}
