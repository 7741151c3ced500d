using System.Security.Cryptography;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Sealing;

public sealed class PepperFileTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("pepper").FullName;

    string File => Path.Combine(folder, "data", "secret", "pepper");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_first_start_makes_it_for_the_owner_only_and_every_later_start_reads_the_same()
    {
        var first = Opened();
        var second = Opened();
        Assert.Equal(first.Reveal(), second.Reveal());
        Assert.Equal(32, new FileInfo(File).Length);
        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            System.IO.File.GetUnixFileMode(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public void First_starts_at_once_never_hold_two_peppers()
    {
        for (var round = 0; round < 20; round++)
        {
            var path = Path.Combine(folder, round.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var held = new Pepper?[8];
            Parallel.For(0, held.Length, at => PepperFile.TryOpen(path, RandomNumberGenerator.Fill, out held[at], out _));
            var kept = System.IO.File.ReadAllBytes(path);
            Assert.Contains(held, pepper => pepper is not null);
            Assert.All(held, pepper => Assert.True(pepper is null || pepper.Reveal().SequenceEqual(kept)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Another_length_is_refused_and_left_alone(int length)
    {
        Put(new byte[length]);
        Assert.StartsWith($"Pepper__File: {File} has {length} bytes, not 32. Put the old file back", Refused(), StringComparison.Ordinal);
        Assert.Equal(length, new FileInfo(File).Length);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_file_open_to_others_is_refused_with_its_mend(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            return;
        Put(new byte[32]);
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | mode);
        Assert.Equal($"Pepper__File: other users may read {File}. Run: chmod 600 {File}", Refused());
    }

    [Fact]
    public void A_file_that_only_its_owner_may_read_is_good()
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        Put(secret);
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead);
        Assert.Equal(secret, Opened().Reveal());
    }

    [Fact]
    public void A_folder_in_its_place_is_refused()
    {
        Directory.CreateDirectory(File);
        Assert.StartsWith($"Pepper__File: {File} cannot be read or made (", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_where_no_file_can_be_made_is_refused()
    {
        System.IO.File.WriteAllText(Path.Combine(folder, "data"), "a file, not a folder");
        Assert.StartsWith($"Pepper__File: {File} cannot be read or made (", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_that_broke_off_is_explained_and_never_papered_over()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllBytes(File + ".new", []);
        Assert.EndsWith($"delete {File}.new; then start again.", Refused(), StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void It_does_not_print()
    {
        var pepper = new Pepper([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);
        Assert.Equal("…", $"{pepper}");
    }

    Pepper Opened()
    {
        Assert.True(PepperFile.TryOpen(File, RandomNumberGenerator.Fill, out var pepper, out var refusal), refusal);
        return pepper;
    }

    string Refused()
    {
        Assert.False(PepperFile.TryOpen(File, RandomNumberGenerator.Fill, out _, out var refusal));
        return refusal;
    }

    void Put(byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllBytes(File, content);
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
