using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

/// <summary>Whoever touches what was written down is found, and the row is named.</summary>
public sealed class AuditChainTests
{
    static readonly AuditMark Begin = new();

    static AuditRow Bound(AuditMark before, string action = "claim", string actor = "amina")
    {
        var row = new AuditRow { Seq = before.Seq + 1, Hour = "2026-03-10T08Z", Actor = actor, Action = action, Object = "case 0a1b2c3d", Prev = before.Hash };
        return row with { Hash = Audit.HashOf(row) };
    }

    static List<AuditRow> Chain(int rows, AuditMark? from = null)
    {
        List<AuditRow> chain = [];
        for (var before = from ?? Begin; chain.Count < rows; before = AuditMark.Of(chain[^1]))
            chain.Add(Bound(before));
        return chain;
    }

    [Fact]
    public void What_nobody_touched_is_whole()
    {
        Assert.Null(AuditChain.Verify([], Begin));
        Assert.Null(AuditChain.Verify(Chain(20), Begin));
        Assert.Null(AuditChain.VerifyEnd(AuditMark.Of(Chain(20)[^1]), AuditMark.Of(Chain(20)[^1])));
    }

    [Fact]
    public void The_hash_is_the_one_that_the_format_says()
    {
        var json = """{"seq":1,"hour":"2026-03-10T08Z","actor":"Амина","action":"claim","object":"case 0a1b2c3d"}""";
        var expected = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"mb1|audit|{json}")));

        Assert.Equal(expected, Bound(Begin, actor: "Амина").Hash);
    }

    public static TheoryData<string> Edits => ["hour", "actor", "action", "object", "prev", "hash", "no-hex"];

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_row_that_was_edited_is_named(string what)
    {
        var rows = Chain(9);
        rows[4] = what switch
        {
            "hour" => rows[4] with { Hour = "2026-03-10T09Z" },
            "actor" => rows[4] with { Actor = "somebody" },
            "action" => rows[4] with { Action = "release" },
            "object" => rows[4] with { Object = "case ffffffff" },
            "prev" => rows[4] with { Prev = rows[1].Hash },
            "hash" => rows[4] with { Hash = rows[1].Hash },
            _ => rows[4] with { Prev = "not a hash" },
        };

        Assert.Equal(new AuditFault(AuditWrong.Changed, 5), AuditChain.Verify(rows, Begin));
    }

    [Fact]
    public void A_row_that_was_edited_and_hashed_anew_is_named_by_the_row_after_it()
    {
        var rows = Chain(9);
        rows[4] = Bound(AuditMark.Of(rows[3]), "release");

        Assert.Equal(new AuditFault(AuditWrong.Rewritten, 5), AuditChain.Verify(rows, Begin));
    }

    [Fact]
    public void Rows_that_were_deleted_are_named()
    {
        var rows = Chain(9);
        rows.RemoveRange(4, 2);

        Assert.Equal(new AuditFault(AuditWrong.Missing, 5, 6), AuditChain.Verify(rows, Begin));
        Assert.Equal(new AuditFault(AuditWrong.CutAtFront, 1, 2), AuditChain.Verify(Chain(9).Skip(2), Begin));
    }

    [Fact]
    public void The_first_of_rows_that_changed_places_is_named()
    {
        var rows = Chain(9);
        (rows[4], rows[6]) = (rows[6] with { Seq = 5 }, rows[4] with { Seq = 7 });

        Assert.Equal(new AuditFault(AuditWrong.Changed, 5), AuditChain.Verify(rows, Begin));
    }

    [Fact]
    public void Rows_that_follow_the_last_deleted_one_are_whole_and_others_are_not()
    {
        var whole = Chain(9);
        var anchor = AuditMark.Of(whole[3]);

        Assert.Null(AuditChain.Verify(whole.Skip(4), anchor));
        Assert.Equal(new AuditFault(AuditWrong.Missing, 5), AuditChain.Verify(whole.Skip(5), anchor));
        Assert.Equal(new AuditFault(AuditWrong.Rewritten, 5), AuditChain.Verify(Chain(5, anchor with { Hash = whole[1].Hash }), anchor));
    }

    [Fact]
    public void A_tail_that_was_cut_off_is_found_by_the_head()
    {
        var rows = Chain(9);

        Assert.Equal(new AuditFault(AuditWrong.Cut, 7, 9), AuditChain.VerifyEnd(AuditMark.Of(rows[5]), AuditMark.Of(rows[8])));
        Assert.Equal(new AuditFault(AuditWrong.Rewritten, 8), AuditChain.VerifyEnd(AuditMark.Of(rows[8]), AuditMark.Of(rows[6])));
    }

    [Fact]
    public void A_tail_that_was_cut_off_together_with_the_head_is_found_by_what_somebody_noted()
    {
        var rows = Chain(9);
        var noted = new AuditMark { Seq = 9, Hash = rows[8].Hash[..AuditChain.NotedLetters] };
        var cut = Chain(6);

        Assert.Null(AuditChain.VerifyNoted(noted, rows[8], AuditMark.Of(rows[8])));
        Assert.Equal(new AuditFault(AuditWrong.Cut, 7, 9), AuditChain.VerifyNoted(noted, null, AuditMark.Of(cut[^1])));

        // Cut, and grown again by honest work.
        var grown = cut.Concat(Enumerable.Range(0, 4).Aggregate(new List<AuditRow>(), (added, _) => [.. added, Bound(AuditMark.Of(added is [] ? cut[^1] : added[^1]), "sign-in")])).ToList();
        Assert.Null(AuditChain.Verify(grown, Begin));
        Assert.Equal(new AuditFault(AuditWrong.NotAsNoted, 9), AuditChain.VerifyNoted(noted, grown[8], AuditMark.Of(grown[^1])));
    }

    [Fact]
    public void Every_fault_has_words()
    {
        foreach (var wrong in Enum.GetValues<AuditWrong>())
        {
            Assert.Contains("17", new AuditFault(wrong, 17).ToString(), StringComparison.Ordinal);
        }
    }
}
