using System.Text.Json;
using Dapper;
using MigrantBot.Core.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

/// <summary>Whoever touches what was published is found out, and what they touched is named.</summary>
public abstract class PublicationCheckContract(TestDatabase home) : StorageContract(home)
{
    static readonly Period August = Period.Read("2026-08")!;
    static readonly DateTimeOffset Now = Accepting.Noon(new(2026, 9, 15));

    PublicationStore Store => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Publish(Period.Read("2026-07")!, Now.AddDays(-31));
        await Database.Count("a", new(2026, 8, 3));
        await Publish(August, Now);
        await Store.AddErratum(August, Erratum.Read("Wrong.", "Неверно.").Erratum!, Now.AddDays(1), CancellationToken.None);
        await Database.Reject("a", new(2026, 9, 16));
    }

    Task<PublicationRow?> Publish(Period period, DateTimeOffset now) => Store.Publish(
        period, Volume.Normal, draft => new(JsonSerializer.Serialize(new { period = $"{period}", audit_head = draft.AuditHead }), "\"a\"\r\n"), now, CancellationToken.None);

    Task<int> Run(string sql) => Database.Write((connection, transaction) => connection.ExecuteAsync(sql, new
    {
        json = """{"audit_head":""}""",
        hash = PublicationStore.HashOf("""{"audit_head":""}"""),
    }, transaction), CancellationToken.None);

    async Task<IReadOnlyList<string>> Faults() => [.. (await new PublicationCheck(Database).Faults(CancellationToken.None)).Select(fault => $"{fault}")];

    [Fact]
    public async Task What_was_published_and_left_alone_is_whole()
    {
        Assert.Empty(await Faults());
        Assert.Null(await new AuditLog(Database).Check(CancellationToken.None));
    }

    [Theory]
    [InlineData("UPDATE publications SET json = @json WHERE period = '2026-08'", "The JSON file of month 2026-08 is not the one")]
    [InlineData("UPDATE publications SET csv = 'b' WHERE period = '2026-08'", "The CSV file of month 2026-08 is not the one")]
    [InlineData("UPDATE publications SET json = @json, json_sha256 = @hash, audit_head = '' WHERE period = '2026-08'", "The hashes of month 2026-08 are not those that row 4 of the audit tells of")]
    [InlineData("UPDATE publications SET csv = @json, csv_sha256 = @hash WHERE period = '2026-08'", "The hashes of month 2026-08 are not those that row 4 of the audit tells of")]
    [InlineData("UPDATE publications SET audit_head = 'ab' WHERE period = '2026-08'", "The head of the audit beside month 2026-08 is not the one in its file")]
    [InlineData("UPDATE publications SET audit_head = (SELECT hash FROM audit WHERE seq = 6) WHERE period = '2026-08'", "stands nowhere in it before row 4")]
    [InlineData("UPDATE publications SET period = '2026-06' WHERE period = '2026-08'", "No row of the audit tells of month 2026-06")]
    [InlineData("DELETE FROM publications WHERE period = '2026-08'", "What row 4 of the audit tells of (publish: month 2026-08 ")]
    [InlineData("UPDATE errata SET en = 'Right.'", "The erratum of 2026-09-16 about month 2026-08 is not told of by the audit")]
    [InlineData("DELETE FROM errata", "What row 5 of the audit tells of (erratum: month 2026-08 ")]
    public async Task Whatever_is_done_to_it_in_the_database_it_is_named(string tampering, string fault)
    {
        await Run(tampering);

        Assert.Contains(await Faults(), said => said.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chain_that_was_written_anew_behind_it_is_found_by_the_head_that_it_bears()
    {
        await Run("UPDATE audit SET hash = 'ab' WHERE seq = 3");

        Assert.Contains(await Faults(), said => said.StartsWith("The head of the audit that month 2026-08 was published with stands nowhere", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_head_in_a_file_tells_nothing_to_who_knows_the_audit_but_leads_us_to_its_row()
    {
        var file = (await Store.Find("month", "2026-08", CancellationToken.None))!;
        var shown = JsonDocument.Parse(file.Json).RootElement.GetProperty("audit_head").GetString()!;

        Assert.Null(await new AuditLog(Database).Find(shown, CancellationToken.None));
        Assert.NotEqual(shown, BlindedHead.Of(file.AuditHead, BlindedHead.NewBlind()));
        Assert.Equal(file.AuditHead, await new PublicationCheck(Database).HeadBehind(shown[..16], CancellationToken.None));
        Assert.Null(await new PublicationCheck(Database).HeadBehind(file.AuditHead, CancellationToken.None));
        Assert.Equal(0, await Verify(shown));

        await Run("UPDATE publications SET head_blind = 'ab' WHERE period = '2026-08'");
        Assert.Equal(1, await Verify(shown));
    }

    Task<int> Verify(string head) => AuditVerbs.Verify(new(Database), new(Database), head, TextWriter.Null, CancellationToken.None);

    [Fact]
    public async Task Of_what_is_older_than_the_audit_the_files_are_looked_at_alone()
    {
        await Database.Write(async (connection, transaction) =>
        {
            await AuditRetention.Delete(connection, transaction, new(2028, 9, 14), Accepting.Noon(new(2028, 9, 14)));
            return true;
        }, CancellationToken.None);
        Assert.Null(await new AuditLog(Database).Check(CancellationToken.None));
        Assert.Empty(await Faults());

        await Run("UPDATE publications SET json = @json WHERE period = '2026-07'");
        Assert.Contains(await Faults(), said => said.StartsWith("The JSON file of month 2026-07", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_verb_says_what_was_touched_and_what_to_do()
    {
        Assert.Equal(0, (await Verify()).Code);

        await Run("UPDATE publications SET csv = 'b' WHERE period = '2026-08'");

        var (code, said) = await Verify();
        Assert.Equal(1, code);
        Assert.Contains("The CSV file of month 2026-08", said, StringComparison.Ordinal);
        Assert.Contains("Keep a copy of the database and of that folder", said, StringComparison.Ordinal);
    }

    async Task<(int Code, string Said)> Verify()
    {
        using var said = new StringWriter();
        return (await AuditVerbs.Verify(new(Database), new(Database), null, said, CancellationToken.None), said.ToString());
    }
}

public sealed class PublicationCheckOnSqliteTests() : PublicationCheckContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class PublicationCheckOnPostgresTests(PostgresServer server) : PublicationCheckContract(new PostgresTestDatabase(server));
