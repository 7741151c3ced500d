using Dapper;
using MigrantBot.Core.Reporting;
using MigrantBot.Custody;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Intake;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Custody;

/// <summary>From the first root key to the day when all who could read are gone, by the verbs' own code.</summary>
public sealed class CeremonyTests : IAsyncLifetime, IDisposable
{
    const string Story = "Ular pasportimni olishdi.";
    static readonly Randomness Random = System.Security.Cryptography.RandomNumberGenerator.Fill;

    readonly TemporaryFolder offline = new();
    readonly Reader bek = new("m-2", "uz");
    IntakeHome home = null!;
    RosterOptions options = null!;
    string recovery = "";

    string RootPath => offline.File("root.pem");
    string DraftPath => offline.File("draft.json");
    string SignedPath => offline.File("draft.signed.json");
    string SealedPath => offline.File("sealed.json");
    string ResealedPath => offline.File(RecoverVerb.FileName);
    string SheetA => offline.File("paper/sheet-a.txt");
    string SheetB => offline.File("paper/sheet-b.txt");

    public async Task InitializeAsync()
    {
        var setting = Done(RootFile.Make(RootPath)).Output;
        Assert.StartsWith("Keys__Root=", setting, StringComparison.Ordinal);
        options = new(RootKey.Read(setting["Keys__Root=".Length..]));
        recovery = Done(RecoveryVerb.Make(offline.File("paper"), Random)).Output;
        home = await IntakeHome.Open(root: options.Root);
    }

    public async Task DisposeAsync() => await home.DisposeAsync();

    public void Dispose()
    {
        offline.Dispose();
        bek.Dispose();
    }

    static Outcome Done(Outcome outcome)
    {
        Assert.True(outcome.Code == 0, outcome.Remark);
        return outcome;
    }

    static void Refused(Outcome outcome, int code, string why)
    {
        Assert.Contains(why, outcome.Remark, StringComparison.Ordinal);
        Assert.Equal((code, ""), (outcome.Code, outcome.Output));
    }

    ModeratorStore Moderators => new(home.Database);
    RecipientListStore Lists => new(home.Database);
    Roster Roster => new(Moderators, Lists, options, home.Log);

    Task<Outcome> Draft(string? key = null) => new DraftVerb(Moderators, Lists, options).Draft(key, CancellationToken.None);

    Task<Outcome> Load(string path) => new LoadVerb(Lists, options, home.Time).Load(path, CancellationToken.None);

    Task<Outcome> List() => new ListVerb(Roster, Moderators).List(CancellationToken.None);

    Task<Outcome> Export(string which = "all") => new ExportVerb(new(home.Database), home.Time).Export(which, CancellationToken.None);

    Task<Outcome> Import(string handle, string? path = null) => new ImportVerb(Roster, new(home.Database), home.Time).Import(path ?? ResealedPath, handle, CancellationToken.None);

    Outcome Recover(string? a = null, string? b = null, string? to = null) => RecoverVerb.Recover(SealedPath, a ?? SheetA, b ?? SheetB, to ?? KeysOf(bek), Random);

    static string KeysOf(Reader reader) => Convert.ToBase64String([.. reader.Row.BoxKey, .. reader.Row.SignKey]);

    /// <summary>Draft, signature, loading, as three people would do it.</summary>
    async Task<Outcome> Renew(string? key = null)
    {
        File.Delete(DraftPath);
        File.Delete(SignedPath);
        File.WriteAllText(DraftPath, Done(await Draft(key)).Output);
        var signed = Done(SignVerb.Sign(DraftPath, RootPath));
        Done(await Load(SignedPath));
        await home.Look();
        return signed;
    }

    async Task<string> Tell(UInt128 secret)
    {
        var telling = IntakeHome.Telling(secret);
        await home.Press(telling, 77);
        await home.Type(Story, 77);
        return (await home.Press(new ReportPlace.Send(telling.Language, telling.Draft), 77)).Lines[0].Key;
    }

    async Task<string[]> Told(Reader reader) => [.. (await reader.Read(home.Database)).Select(report => report.GetProperty("text").GetString()!)];

    Task<string[]> Audited(string action) => home.Database.Read<string[]>(
        async connection => [.. await connection.QueryAsync<string>("SELECT object FROM audit WHERE action = @action AND actor = 'operator' ORDER BY seq", new { action })], CancellationToken.None);

    /// <summary>The moderator's keys, passkeys and rows are gone, as a removal leaves it.</summary>
    async Task Leave(Reader reader)
    {
        await home.Database.Meddle("UPDATE moderators SET status = 'removed' WHERE id = @Id", reader.Row);
        await home.Database.Meddle("DELETE FROM envelope_keys WHERE recipient_id = @Id", reader.Row);
    }

    [Fact]
    public async Task When_all_are_gone_two_sheets_give_the_reports_to_who_comes_next()
    {
        Assert.Equal("closed.heading", await Tell(1));
        Refused(await List(), 1, "no list of recipients was loaded");
        var signed = await Renew(recovery);
        Assert.Contains($"new        {Fingerprint.Of(home.Reader.Row.BoxKey, home.Reader.Row.SignKey)}  m-1 m-1  uz", signed.Output, StringComparison.Ordinal);

        Assert.Equal("sent.heading", await Tell(1));
        Assert.Equal("sent.heading", await Tell(2));
        Assert.Equal([Story, Story], await Told(home.Reader));

        await bek.Enrol(home.Database);
        await Leave(home.Reader);
        Assert.Contains("GONE", (await Renew()).Output, StringComparison.Ordinal);
        Assert.Empty(await Told(bek));

        File.WriteAllText(SealedPath, Done(await Export()).Output);
        Assert.Contains("2 of 2 texts", Done(Recover()).Output, StringComparison.Ordinal);
        Assert.Contains("2 more cases", Done(await Import("m-2")).Output, StringComparison.Ordinal);

        Assert.Equal([Story, Story], await Told(bek));
        Assert.Equal(2, await home.Count("queue WHERE recipient_id = 'm-2'"));
        Refused(await Import("m-2"), 1, "got nothing");
        Assert.Equal(["list 1", "list 2"], await Audited("list-load"));
        Assert.Equal(["all taken out for the sheets", "m-2, cases: 2"], await Audited("recover"));
    }

    /// <summary>A report that lies sealed to the recovery key, taken out; and somebody on the list to whom it may go.</summary>
    async Task TakenOut()
    {
        await bek.Enrol(home.Database);
        await Renew(recovery);
        Assert.Equal("sent.heading", await Tell(1));
        File.WriteAllText(SealedPath, Done(await Export()).Output);
    }

    [Fact]
    public async Task Wrong_sheets_and_slips_are_refused_with_what_to_do()
    {
        await TakenOut();
        var others = offline.File("others");
        Done(RecoveryVerb.Make(others, Random));
        var (otherA, otherB, slip) = (Path.Combine(others, "sheet-a.txt"), Path.Combine(others, "sheet-b.txt"), offline.File("slip.txt"));
        var text = File.ReadAllText(SheetA);
        var place = text.LastIndexOf(' ') + 1;
        File.WriteAllText(slip, $"{text[..place]}{(text[place] == '7' ? '8' : '7')}{text[(place + 1)..]}");

        Refused(Recover(a: SheetB, b: SheetA), 2, "is sheet B, and was named as sheet A");
        Refused(Recover(a: slip), 2, "slip.txt: line 4 is mistyped");
        Refused(Recover(b: otherB), 2, "do not belong together");
        Refused(Recover(a: otherA, b: otherB), 1, "None of this was sealed to the key on these sheets");
        Refused(Recover(a: offline.File("nowhere.txt")), 2, "cannot be read");
        Refused(Recover(to: Convert.ToBase64String(bek.Row.BoxKey)), 2, "keys list");
        Refused(RecoverVerb.Recover(SheetA, SheetA, SheetB, KeysOf(bek), Random), 2, "keys export");
        Assert.False(File.Exists(ResealedPath));

        Done(Recover());
        Refused(Recover(), 2, "is there already");
    }

    [Fact]
    public async Task What_was_recovered_goes_only_to_who_it_was_sealed_to_and_may_read()
    {
        await TakenOut();
        Done(Recover());
        using var eve = new Reader("m-3", "uz");
        await eve.Enrol(home.Database);

        Refused(await Import("m-3"), 1, "m-3 is not among those who may read now");
        Refused(await Import("m-1"), 1, "sealed to another key than m-1's");
        Refused(await Import("m-2", SealedPath), 2, "keys recover");
        await home.Database.Meddle("UPDATE moderators SET status = 'removed' WHERE id = 'm-2'");
        Refused(await Import("m-2"), 1, "m-2 is not among those who may read now");
        Assert.Equal(["all taken out for the sheets"], await Audited("recover"));
    }

    [Fact]
    public async Task A_single_case_is_taken_out_by_the_first_letters_of_its_id()
    {
        await Renew(recovery);
        await Tell(1);
        await Tell(2);
        var id = await home.Database.Read(connection => connection.QueryFirstAsync<string>("SELECT id FROM reports"), CancellationToken.None);

        Assert.Contains($"\"{id}\"", Done(await Export(id[..8])).Output, StringComparison.Ordinal);
        Assert.StartsWith("1 cases", (await Export(id[..8])).Remark, StringComparison.Ordinal);
        Refused(await Export(id[..7]), 1, "first 8 letters");
        Refused(await Export("%%%%%%%%%"), 1, "first 8 letters");
        Refused(await Export("00000000"), 1, "Nothing of that");
    }

    [Fact]
    public async Task A_report_goes_to_the_recovery_key_besides_those_who_are_drawn()
    {
        var others = Enumerable.Range(2, 3).Select(number => new Reader($"m-{number}", "uz")).ToList();
        foreach (var one in others)
            await one.Enrol(home.Database);
        await Renew(recovery);
        await Tell(1);

        var recipients = await home.Database.Read(connection => connection.QueryAsync<string>("SELECT recipient_id FROM envelope_keys ORDER BY recipient_id"), CancellationToken.None);
        Assert.Equal(4, recipients.Count());
        Assert.Equal(Listed.Recovery, recipients.Last());
        others.ForEach(one => one.Dispose());
    }

    [Fact]
    public async Task A_list_that_is_broken_under_the_running_bot_closes_reporting_and_a_good_one_opens_it()
    {
        await Renew(recovery);
        await home.Database.Meddle("UPDATE recipient_lists SET signature = body");
        Assert.Equal("closed.heading", await Tell(1));
        await home.Look();
        Assert.Equal("closed.heading", (await home.Press(IntakeHome.Telling(2))).Lines[0].Key);
        Assert.Equal(0, await home.Count("reports"));
        Assert.Contains(home.Log.Lines, line => line.StartsWith("Critical: Reporting is closed: the newest list of recipients in the database was not signed", StringComparison.Ordinal));

        Assert.Contains("Taken out, for the root key had not signed: list 1", Done(await Load(SignedPath)).Remark, StringComparison.Ordinal);
        await home.Look();
        Assert.Equal("sent.heading", await Tell(1));
        Assert.Equal("list 1, list 1 not signed, taken out", (await Audited("list-load"))[1]);
    }

    [Fact]
    public async Task Only_the_list_that_follows_is_loaded()
    {
        await Renew(recovery);
        var first = await File.ReadAllTextAsync(SignedPath);
        await bek.Enrol(home.Database);
        await Renew();
        var old = offline.File("old.json");
        await File.WriteAllTextAsync(old, first);

        Refused(await Load(old), 1, "list 2 is in force");
        Assert.Contains("in force already", Done(await Load(SignedPath)).Output, StringComparison.Ordinal);
        Refused(await Load(DraftPath), 2, "keys sign");
        await File.WriteAllTextAsync(old, first.Replace("\"signature\":\"", "\"signature\":\"AAAA", StringComparison.Ordinal));
        Refused(await Load(old), 1, "was not signed by the key in Keys__Root");

        await home.Database.Meddle("DELETE FROM recipient_lists");
        Refused(await Load(SignedPath), 1, "there is no list here");
        Assert.Equal(["list 1", "list 2"], await Audited("list-load"));
    }

    [Fact]
    public async Task Nobody_slips_other_keys_into_a_draft()
    {
        await Renew(recovery);
        await home.Database.Meddle("UPDATE moderators SET box_key = @BoxKey, languages = 'kk' WHERE id = 'm-1'", bek.Row);
        var draft = Done(await Draft());
        Assert.Contains("m-1 has other keys in the database than on list 1; the draft keeps those of the list", draft.Remark, StringComparison.Ordinal);
        Assert.Contains($"languages  {Fingerprint.Of(home.Reader.Row.BoxKey, home.Reader.Row.SignKey)}", (await Renew()).Output, StringComparison.Ordinal);

        var (paper, _) = Papers.Read<DraftList>(DraftPath, "");
        var forged = RecipientList.Read(paper!.Body)!;
        forged = forged with { Recipients = [.. forged.Recipients.Select(one => one.IsRecovery ? one : one with { Box = bek.Row.BoxKey })] };
        var file = offline.File("forged.json");
        await File.WriteAllTextAsync(file, Papers.Write(paper with { Body = forged.Write() }));
        Refused(SignVerb.Sign(file, RootPath), 1, "m-1 m-1 has other keys than on list 1");

        await File.WriteAllTextAsync(file, Papers.Write(paper with { Previous = paper.Previous! with { Signature = new byte[64] } }));
        Refused(SignVerb.Sign(file, RootPath), 1, "was not signed by this root key");
        await File.WriteAllTextAsync(file, Papers.Write(paper with { Previous = null }));
        Refused(SignVerb.Sign(file, RootPath), 1, "does not follow the list that came with it");
    }

    [Fact]
    public async Task Who_signs_is_told_of_a_number_that_was_signed_before_and_of_another_recovery_key()
    {
        await Renew(recovery);
        await home.Database.Meddle("DELETE FROM recipient_lists");
        Assert.StartsWith("LIST 1 WAS SIGNED HERE BEFORE.", (await Renew(recovery)).Remark, StringComparison.Ordinal);

        var other = Done(RecoveryVerb.Make(offline.File("others"), Random)).Output;
        Assert.Contains("OTHER KEY  ", (await Renew(other)).Output, StringComparison.Ordinal);
        Refused(await Draft(), 1, "There is nothing to sign: list 2 says the same.");
        Refused(SignVerb.Sign(DraftPath, RootPath), 2, "draft.signed.json is there already");
    }

    [Fact]
    public async Task Keys_are_written_for_their_owner_only_and_never_over_others()
    {
        Refused(RootFile.Make(RootPath), 2, "is there already and is not written over");
        Refused(RecoveryVerb.Make(offline.File("paper"), Random), 2, "is there already and is not written over");
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in new[] { RootPath, SheetA, SheetB })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        await File.WriteAllTextAsync(DraftPath, Done(await Draft()).Output);
        Refused(SignVerb.Sign(DraftPath, SheetA), 2, "is no root key");
        File.SetUnixFileMode(RootPath, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Refused(SignVerb.Sign(DraftPath, RootPath), 2, "chmod 600");
    }

    [Fact]
    public async Task Without_a_root_key_the_verbs_say_how_to_make_one()
    {
        options = new(null);
        Refused(await Draft(), 2, "keys root FILE");
        Refused(await Load(SignedPath), 2, "keys root FILE");
        Assert.StartsWith("TRIAL", Done(await List()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_what_people_compare_and_what_the_sheets_need()
    {
        await Renew(recovery);
        await bek.Enrol(home.Database);
        var shown = Done(await List()).Output;

        Assert.StartsWith("List 1\n", shown, StringComparison.Ordinal);
        Assert.Contains($"{Fingerprint.Of(home.Reader.Row.BoxKey, home.Reader.Row.SignKey)}  m-1  uz\n    {KeysOf(home.Reader)}\n", shown, StringComparison.Ordinal);
        Assert.Contains("  recovery  ", shown, StringComparison.Ordinal);
        Assert.Contains("NOT LISTED           m-2: gets nothing", shown, StringComparison.Ordinal);
    }
}
