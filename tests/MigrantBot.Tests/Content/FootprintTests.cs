using MigrantBot.Content;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Content;

public sealed class FootprintTests : IDisposable
{
    static readonly DateTime Noon = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);

    readonly TemporaryFolder folder = new();
    readonly Footprint before;

    public FootprintTests()
    {
        Directory.CreateDirectory(folder.File("uz/audio"));
        Save("laws.yaml", "one");
        Save("uz/laws.yaml", "bir");
        before = Footprint.Of(folder.Root);
    }

    public void Dispose() => folder.Dispose();

    void Save(string name, string text, int minutes = 0)
    {
        File.WriteAllText(folder.File(name), text);
        File.SetLastWriteTimeUtc(folder.File(name), Noon.AddMinutes(minutes));
    }

    bool IsSame => before.Equals(Footprint.Of(folder.Root));

    [Fact]
    public void What_nobody_touches_stays_the_same() => Assert.True(IsSame);

    [Fact]
    public void A_file_saved_later_with_the_same_length_is_a_change()
    {
        Save("uz/laws.yaml", "ikk", minutes: 1);
        Assert.False(IsSame);
    }

    [Fact]
    public void An_older_file_put_in_its_place_is_a_change()
    {
        Save("uz/laws.yaml", "ikk", minutes: -90);
        Assert.False(IsSame);
    }

    [Fact]
    public void Another_length_is_a_change()
    {
        Save("uz/laws.yaml", "ikki");
        Assert.False(IsSame);
    }

    [Theory]
    [InlineData("uz/audio/law-uz.ogg")]
    [InlineData("cases.yaml")]
    public void A_new_file_is_a_change_and_no_more_once_it_is_gone(string name)
    {
        Save(name, "x", minutes: -90);
        Assert.False(IsSame);
        File.Delete(folder.File(name));
        Assert.True(IsSame);
    }

    [Fact]
    public void Another_name_is_a_change()
    {
        File.Move(folder.File("uz/laws.yaml"), folder.File("uz/law.yaml"));
        Assert.False(IsSame);
    }

    [Fact]
    public void What_an_editor_hides_is_none()
    {
        Save("uz/.laws.yaml.swp", "x");
        Assert.True(IsSame);
    }
}
