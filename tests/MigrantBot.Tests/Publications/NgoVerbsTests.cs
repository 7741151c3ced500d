using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Publications;

/// <summary>How an operator gives keys away and takes them back.</summary>
public sealed class NgoVerbsTests() : StorageContract(new SqliteTestDatabase())
{
    readonly FakeTime clock = new();

    NgoKeyStore Store => new(Database);

    async Task<(int Code, string Said)> Issue(string name, params string[] scopes)
    {
        using var said = new StringWriter();
        return (await NgoVerbs.Issue(new NgoKeys(Store, clock), name, scopes, said), said.ToString());
    }

    async Task<(int Code, string Said)> Revoke(string which)
    {
        using var said = new StringWriter();
        return (await NgoVerbs.Revoke(Store, which, clock, said), said.ToString());
    }

    async Task<string> List()
    {
        using var said = new StringWriter();
        Assert.Equal(0, await NgoVerbs.List(Store, said));
        return said.ToString();
    }

    [Fact]
    public async Task A_key_is_printed_once_and_listed_by_its_prefix_with_days_and_scopes()
    {
        Assert.Contains("Nobody has a key", await List(), StringComparison.Ordinal);
        var (code, said) = await Issue("Memorial", "months", "signals");
        var key = NgoKey.Read(said.Split('\n').Single(line => line.StartsWith(NgoKey.Start, StringComparison.Ordinal)).Trim())!;

        Assert.Equal(0, code);
        Assert.Equal(2, said.Split(key.Prefix).Length - 1);
        var listed = (await List()).Split('\n')[1];
        Assert.Equal([key.Prefix, "2026-11-20", "-", "-", "months", "signals", "Memorial"], listed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.DoesNotContain(key.Reveal()[^43..], listed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("issue", "--help")]
    [InlineData("issue", "--scopes", "months")]
    [InlineData("issue", "-h")]
    [InlineData("issue", "--scopes", "months", "Memorial")]
    [InlineData("issue", "Memorial", "--scopes")]
    [InlineData("revoke")]
    [InlineData]
    public async Task What_is_no_name_makes_no_key_but_brings_help(params string[] words) => Assert.Equal(2, await NgoVerbs.Do(words));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(55)]
    public async Task A_key_is_taken_back_by_its_prefix_with_or_without_its_beginning_or_by_itself(int form)
    {
        var (_, said) = await Issue("Memorial", "months");
        var key = NgoKey.Read(said.Split('\n')[1].Trim())!;
        var (code, answer) = await Revoke(form switch { 0 => key.Prefix, 3 => $"mb_{key.Prefix}", _ => key.Reveal() });

        Assert.Equal(0, code);
        Assert.DoesNotContain(key.Reveal()[^43..], answer, StringComparison.Ordinal);
        Assert.NotNull((await Store.Find(key.Prefix, CancellationToken.None))!.RevokedOn);
        Assert.Equal(1, (await Revoke(key.Prefix)).Code);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_what_to_do()
    {
        Assert.Contains("Name the NGO", (await Issue("two\nlines", "months")).Said, StringComparison.Ordinal);
        Assert.Contains("months, quarters, signals", (await Issue("Memorial", "weeks")).Said, StringComparison.Ordinal);
        Assert.Contains("ngo list", (await Revoke("zzzzzzzz")).Said, StringComparison.Ordinal);
        Assert.Equal(0, await Count("ngo_keys"));
    }
}
