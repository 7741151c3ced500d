using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using MigrantBot.Intake;
using MigrantBot.Tests.Journeys;

namespace MigrantBot.Tests.Intake;

[Collection(LastAndAlone.Name)]
public sealed class FreedMemoryTests
{
    const int Posts = 40;
    const int LinesBetween = 30;

    [Fact]
    public void What_lay_between_objects_that_cannot_be_moved_is_gone()
    {
        var posts = Tell();
        GC.Collect();
        GC.Collect();
        Assert.NotEqual(0, Left(posts));

        FreedMemory.Clear();

        Assert.Equal(0, Left(posts));
        posts.ForEach(post => post.Free());
    }

    /// <summary>Apart, so that the test itself holds no line: the posts stay where they are, and the lines between them die.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static List<GCHandle> Tell()
    {
        var posts = new List<GCHandle>();
        for (var post = 0; post < Posts; post++)
        {
            posts.Add(GCHandle.Alloc(new byte[1024], GCHandleType.Pinned));
            for (var line = 0; line < LinesBetween; line++)
                GC.KeepAlive($"{Hunted.Marker} {line}");
        }
        return posts;
    }

    /// <summary>How many gaps between the posts hold a line.</summary>
    static int Left(List<GCHandle> posts)
    {
        var line = Encoding.Unicode.GetBytes(Hunted.Marker);
        using var memory = new FileStream("/proc/self/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        return posts.Zip(posts.Skip(1)).Count(pair => Between(memory, pair.First.AddrOfPinnedObject(), pair.Second.AddrOfPinnedObject()).AsSpan().IndexOf(line) >= 0);
    }

    /// <summary>Nothing where the posts are far from each other, since what lies between them may have been given back.</summary>
    static byte[] Between(FileStream memory, nint from, nint to)
    {
        const int far = 64 * 1024;
        var bytes = new byte[to - from is > 0 and < far ? to - from : 0];
        memory.Position = from;
        memory.ReadExactly(bytes);
        return bytes;
    }
}
