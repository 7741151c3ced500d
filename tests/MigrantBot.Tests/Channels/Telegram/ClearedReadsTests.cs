using MigrantBot.Channels.Telegram.Api;

namespace MigrantBot.Tests.Channels.Telegram;

public sealed class ClearedReadsTests
{
    [Fact]
    public async Task Behind_a_short_answer_nothing_is_left_of_what_the_buffer_held_before()
    {
        var buffer = Enumerable.Repeat((byte)'x', 4096).ToArray();
        await using var connection = new ClearedReads(new MemoryStream("{}"u8.ToArray()));

        Assert.Equal(2, await connection.ReadAsync(buffer.AsMemory(16)));

        Assert.All(buffer[..16], one => Assert.Equal((byte)'x', one));
        Assert.Equal("{}"u8.ToArray(), buffer[16..18]);
        Assert.All(buffer[18..], one => Assert.Equal(0, one));
    }
}
