using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Custody;

namespace MigrantBot.Tests.Storage;

/// <summary>Who may read, whatever somebody has put into the database.</summary>
public abstract class RosterContract(TestDatabase home) : StorageContract(home), IDisposable
{
    readonly SigningRoot root = new();
    readonly Reader amina = new("m-1", "uz", "ru");
    readonly Reader bek = new("m-2", "tg");
    readonly Reader eve = new("m-3", "uz");
    readonly Logbook<Roster> log = new();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await amina.Enrol(Database);
        await bek.Enrol(Database);
        await eve.Enrol(Database);
    }

    public void Dispose()
    {
        root.Dispose();
        amina.Dispose();
        bek.Dispose();
        eve.Dispose();
        GC.SuppressFinalize(this);
    }

    Roster Roster(RootKey? key, string? seen = null) => new(new ModeratorStore(Database), new RecipientListStore(Database), new RosterOptions(key, seen), log);

    static async Task<string[]> Readers(Roster roster) => [.. (await roster.Now(CancellationToken.None)).Readers.Select(one => one.Id)];

    Listed[] Both => [SigningRoot.Of(amina.Row), SigningRoot.Of(bek.Row)];

    string Said => string.Join('\n', log.Lines);

    [Fact]
    public async Task Without_a_root_key_it_is_a_trial_and_the_database_alone_says_who_may_read()
    {
        await Database.Meddle("UPDATE moderators SET role = 'administrator' WHERE id = 'm-2'");
        var roster = Roster(null);

        Assert.True(roster.IsTrial);
        Assert.Equal(["m-1", "m-3"], await Readers(roster));
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task Who_is_in_the_table_but_not_on_the_list_gets_nothing_and_who_is_on_it_but_removed_neither()
    {
        await Database.Put(root.Next(Both));
        await Database.Meddle("UPDATE moderators SET status = 'removed' WHERE id = 'm-2'");
        var roster = Roster(root.Key);

        Assert.False(roster.IsTrial);
        Assert.Equal(["m-1"], await Readers(roster));
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task The_recovery_key_stands_beside_those_who_read_and_is_not_one_of_them()
    {
        await Database.Put(root.Next([.. Both, new Listed(Listed.Recovery, eve.Row.BoxKey, [], [])]));
        var inForce = await Roster(root.Key).Now(CancellationToken.None);

        Assert.Equal((1L, "m-1 m-2"), (inForce.Version, string.Join(' ', inForce.Readers.Select(one => one.Id))));
        Assert.Equal(eve.Row.BoxKey, inForce.Recovery!.BoxKey);
        Assert.Equal(["m-2", Listed.Recovery], inForce.Sealed(inForce.Readers.Skip(1)).Select(one => one.Id));
        Assert.Equal(["m-2", "m-1", Listed.Recovery], inForce.ReadersOf("m-2", ["m-1", "m-3"])!.Select(one => one.Id));
        Assert.Null(inForce.ReadersOf("m-3", ["m-1"]));
    }

    [Fact]
    public async Task Other_keys_in_the_table_change_nothing_and_are_one_alarm()
    {
        await Database.Put(root.Next(Both));
        await Database.Meddle("UPDATE moderators SET box_key = @BoxKey, languages = 'kk' WHERE id = 'm-1'", eve.Row);
        var roster = Roster(root.Key);

        for (var look = 0; look < 3; look++)
            Assert.Equal(amina.Row.BoxKey, (await roster.Now(CancellationToken.None)).Readers[0].BoxKey);
        Assert.Equal("ru uz", (await roster.Now(CancellationToken.None)).Readers[0].Languages);
        Assert.StartsWith("Critical: A moderator has other keys in the database than on the signed list.", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    public static TheoryData<string> Forgeries => ["none", "another root", "another letter", "no signature", "a cut signature", "another number", "nobody on it", "not canonical", "a key off the curve"];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Where_no_list_holds_nobody_may_read_and_the_log_says_why(string forgery)
    {
        using var other = new SigningRoot();
        var list = root.Next(Both);
        var spaced = list.Body.AsSpan().IndexOf((byte)',') is var comma ? (byte[])[.. list.Body[..(comma + 1)], (byte)' ', .. list.Body[(comma + 1)..]] : [];
        StoredList? put = forgery switch
        {
            "none" => null,
            "another root" => other.Next(Both),
            "another letter" => list with { Body = [.. list.Body.Select(letter => letter == (byte)'2' ? (byte)'4' : letter)] },
            "no signature" => list with { Signature = [] },
            "a cut signature" => list with { Signature = list.Signature[..63] },
            "another number" => list with { Version = 9 },
            "nobody on it" => root.Sign(new(1, "", [])),
            "not canonical" => root.Sign(1, spaced),
            "a key off the curve" => root.Sign(new(1, "", [SigningRoot.Of(amina.Row) with { Box = [4, .. new byte[64]] }])),
            _ => throw new ArgumentOutOfRangeException(nameof(forgery)),
        };
        if (put is not null)
            await Database.Put(put);
        var roster = Roster(root.Key);

        for (var look = 0; look < 3; look++)
            Assert.Empty(await Readers(roster));
        Assert.StartsWith("Critical: Reporting is closed: ", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_list_of_before_does_not_help_where_the_newest_is_forged()
    {
        await Database.Put(root.Next(Both));
        var roster = Roster(root.Key);
        Assert.Equal(["m-1", "m-2"], await Readers(roster));

        await Database.Put(root.Next(Both) with { Signature = new byte[64] });
        Assert.Empty(await Readers(roster));

        await Database.Meddle("DELETE FROM recipient_lists WHERE version = 2");
        Assert.Equal(["m-1", "m-2"], await Readers(roster));
        Assert.Collection(
            log.Lines,
            line => Assert.Contains("was not signed by the key in Keys__Root", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Information: The list of recipients holds again", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_older_than_one_that_was_seen_is_refused()
    {
        await Database.Put(root.Next([.. Both, SigningRoot.Of(eve.Row)]));
        await Database.Put(root.Next(Both));
        var roster = Roster(root.Key);
        Assert.Equal(["m-1", "m-2"], await Readers(roster));

        await Database.Meddle("DELETE FROM recipient_lists WHERE version = 2");
        Assert.Empty(await Readers(roster));
        Assert.Contains("an older list of recipients than was in force here before", Said, StringComparison.Ordinal);

        await Database.Meddle("DELETE FROM recipient_lists");
        Assert.Empty(await Readers(roster));
    }

    [Fact]
    public async Task Another_list_under_a_number_that_was_seen_is_refused()
    {
        await Database.Put(root.Next(Both));
        var roster = Roster(root.Key);
        Assert.Equal(["m-1", "m-2"], await Readers(roster));

        await Database.Meddle("DELETE FROM recipient_lists");
        await Database.Put(root.Sign(new(1, "", [SigningRoot.Of(eve.Row)])));
        Assert.Empty(await Readers(roster));
        Assert.Contains("another list of recipients under a number", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_older_than_one_that_another_process_has_seen_is_refused_until_the_newer_one_is_loaded_again()
    {
        using var disk = new TemporaryFolder();
        var seen = SeenListFile.Beside(disk.File("pepper"));
        var (first, second) = (root.Next([.. Both, SigningRoot.Of(eve.Row)]), root.Next(Both));
        await Database.Put(first);
        Assert.Equal(["m-1", "m-2", "m-3"], await Readers(Roster(root.Key, seen)));
        await Database.Put(second);
        Assert.Equal(["m-1", "m-2"], await Readers(Roster(root.Key, seen)));
        Assert.Empty(log.Lines);

        await Database.Meddle("DELETE FROM recipient_lists WHERE version = 2");
        var later = Roster(root.Key, seen);
        Assert.Equal((ListFault.SetBack, 0), ((await later.Now(CancellationToken.None)).Fault, (await later.Now(CancellationToken.None)).Readers.Count));
        Assert.Contains("load the signed lists that came later once more", Assert.Single(log.Lines), StringComparison.Ordinal);
        await Database.Meddle("DELETE FROM recipient_lists");
        Assert.Equal(ListFault.SetBack, (await Roster(root.Key, seen).Now(CancellationToken.None)).Fault);
        await Database.Put(first);
        await Database.Put(root.Sign(new(2, RecipientList.HashOf(first.Body), [SigningRoot.Of(eve.Row)])));
        Assert.Equal(ListFault.Exchanged, (await Roster(root.Key, seen).Now(CancellationToken.None)).Fault);

        await Database.Meddle("DELETE FROM recipient_lists WHERE version = 2");
        await Database.Put(second);
        Assert.Equal(["m-1", "m-2"], await Readers(later));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("-1 HASH ROOT")]
    [InlineData("2 HASH root")]
    [InlineData("2 short ROOT")]
    [InlineData(null)]
    public async Task Where_it_cannot_be_known_what_was_in_force_nobody_may_read(string? content)
    {
        using var disk = new TemporaryFolder();
        var seen = disk.File("pepper.list");
        await Database.Put(root.Next(Both));
        if (content is null)
            Directory.CreateDirectory(seen);
        else
            await File.WriteAllTextAsync(seen, content.Replace("HASH", new string('a', 64), StringComparison.Ordinal).Replace("ROOT", $"{root.Key}", StringComparison.Ordinal));
        var roster = Roster(root.Key, seen);

        Assert.Equal((ListFault.NotRemembered, 0), ((await roster.Now(CancellationToken.None)).Fault, (await roster.Now(CancellationToken.None)).Readers.Count));
        Assert.Contains("the name in Pepper__File with .list behind it", Assert.Single(log.Lines), StringComparison.Ordinal);

        if (content is null)
            Directory.Delete(seen);
        else
            File.Delete(seen);
        Assert.Equal(["m-1", "m-2"], await Readers(roster));
    }

    [Fact]
    public async Task A_list_that_cannot_be_remembered_is_not_believed()
    {
        using var disk = new TemporaryFolder();
        await Database.Put(root.Next(Both));
        var roster = Roster(root.Key, disk.File("not-there/pepper.list"));
        Assert.Equal(ListFault.NotRemembered, (await roster.Now(CancellationToken.None)).Fault);

        Directory.CreateDirectory(disk.File("not-there"));
        Assert.Equal(["m-1", "m-2"], await Readers(roster));
        Assert.Single(Directory.GetFiles(disk.File("not-there")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(disk.File("not-there/pepper.list")));
    }

    [Fact]
    public async Task What_was_seen_under_another_root_key_says_nothing_of_this_one()
    {
        using var disk = new TemporaryFolder();
        using var other = new SigningRoot();
        var seen = disk.File("pepper.list");
        await Database.Put(root.Next(Both));
        await Database.Put(root.Next(Both));
        Assert.Equal(["m-1", "m-2"], await Readers(Roster(root.Key, seen)));

        await Database.Meddle("DELETE FROM recipient_lists");
        await Database.Put(other.Next(SigningRoot.Of(eve.Row)));
        Assert.Equal(["m-3"], await Readers(Roster(other.Key, seen)));
        await Database.Meddle("DELETE FROM recipient_lists");
        Assert.Equal(ListFault.SetBack, (await Roster(other.Key, seen).Now(CancellationToken.None)).Fault);
    }

    [Fact]
    public async Task Who_was_ever_on_a_signed_list_has_signed_and_who_was_only_in_the_table_has_not()
    {
        await Database.Put(root.Next(SigningRoot.Of(amina.Row)));
        await Database.Put(root.Next(SigningRoot.Of(bek.Row)));
        await Database.Put(root.Next(SigningRoot.Of(eve.Row)) with { Signature = new byte[64] });
        var (signers, trial) = (await Roster(root.Key).Signers(CancellationToken.None), await Roster(null).Signers(CancellationToken.None));

        Assert.Equal([amina.Row.SignKey], signers.KeysOf("m-1", eve.Row.SignKey));
        Assert.Equal([bek.Row.SignKey], signers.KeysOf("m-2", null));
        Assert.Empty(signers.KeysOf("m-3", eve.Row.SignKey));
        Assert.Empty(signers.KeysOf(null, eve.Row.SignKey));
        Assert.Equal([eve.Row.SignKey], trial.KeysOf("m-3", eve.Row.SignKey));
        Assert.Empty(trial.KeysOf("m-4", null));
    }
}

public sealed class RosterOnSqliteTests() : RosterContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class RosterOnPostgresTests(PostgresServer server) : RosterContract(new PostgresTestDatabase(server));
