using Dapper;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests;

/// <summary>The verb that says whether the audit is whole, and what to do where it is not.</summary>
public sealed class AuditVerbsTests() : StorageContract(new SqliteTestDatabase())
{
    async Task Append(int rows, string action = "claim")
    {
        for (var row = 0; row < rows; row++)
            await Database.Write(async (connection, transaction) =>
            {
                await Audit.Append(connection, transaction, "amina", action, "case 0a1b2c3d", new DateTimeOffset(2026, 3, 10, 8, 0, 0, TimeSpan.Zero));
                return true;
            }, CancellationToken.None);
    }

    Task<int> Run(string sql) => Database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    async Task<(int Code, string Said)> Verify(string? head = null)
    {
        using var said = new StringWriter();
        return (await AuditVerbs.Verify(new(Database), new(Database), head, said, CancellationToken.None), said.ToString());
    }

    async Task<string> Head()
    {
        var head = await new AuditLog(Database).Head(CancellationToken.None);
        return $"{head.Seq}:{head.Hash}";
    }

    [Fact]
    public async Task A_whole_audit_says_its_head_to_be_noted_and_what_was_noted_still_stands()
    {
        await Append(5);
        var noted = await Head();
        await Append(3);

        var (code, said) = await Verify();
        Assert.Equal(0, code);
        Assert.Contains(await Head(), said, StringComparison.Ordinal);
        Assert.Equal(0, (await Verify(noted)).Code);
        Assert.Equal(0, (await Verify(noted[..(2 + AuditChain.NotedLetters)].ToUpperInvariant())).Code);
        Assert.Equal(0, (await Verify(noted[2..])).Code);
    }

    [Fact]
    public async Task A_row_that_was_touched_is_named_with_what_to_do()
    {
        await Append(5);
        await Run("UPDATE audit SET actor = 'karim' WHERE seq = 3");

        var (code, said) = await Verify();

        Assert.Equal(1, code);
        Assert.Contains("Row 3 was changed", said, StringComparison.Ordinal);
        Assert.Contains("Keep a copy of the database", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_that_was_cut_off_with_the_head_is_found_by_either_note()
    {
        await Append(5);
        var noted = await Head();
        await Run("DELETE FROM audit WHERE seq > 3; UPDATE audit_head SET seq = 3, hash = (SELECT hash FROM audit WHERE seq = 3) WHERE mark = 'head'");

        Assert.Equal(0, (await Verify()).Code);
        var (code, said) = await Verify(noted);
        Assert.Equal(1, code);
        Assert.Contains("Rows 4 to 5 are missing at the end", said, StringComparison.Ordinal);
        Assert.Equal(1, (await Verify(noted[2..])).Code);

        await Append(4, "release");
        (code, said) = await Verify(noted);
        Assert.Equal(1, code);
        Assert.Contains("Row 5 is not the one that was noted", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_audit_is_not_called_whole()
    {
        Assert.Equal(1, (await Verify()).Code);
        Assert.Equal(1, (await Verify($"3:{new string('a', 64)}")).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("12:0a1b")]
    [InlineData("-1:0a1b2c3d4e5f6071")]
    [InlineData("1:2:0a1b2c3d4e5f6071")]
    [InlineData("0a1b2c3d4e5f607z")]
    public async Task What_is_no_head_is_refused_with_how_to_write_it(string head)
    {
        var (code, said) = await Verify(head);
        Assert.Equal(2, code);
        Assert.Contains("1234:", said, StringComparison.Ordinal);
    }
}
