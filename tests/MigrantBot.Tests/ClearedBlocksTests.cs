namespace MigrantBot.Tests;

public sealed class ClearedBlocksTests
{
    [Fact]
    public void What_was_in_a_block_is_gone_when_it_is_returned_and_it_is_lent_again()
    {
        using var pool = new ClearedBlocks().Create();
        var block = pool.Rent(4096);
        var memory = block.Memory;
        memory.Span.Fill(7);

        block.Dispose();
        block.Dispose();

        Assert.Equal(-1, memory.Span.IndexOfAnyExcept((byte)0));
        using var again = pool.Rent();
        using var other = pool.Rent();
        Assert.Same(block, again);
        Assert.NotSame(block, other);
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.Rent(4097));
    }
}
