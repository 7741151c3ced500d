using MigrantBot.Core.Exchange;
using MigrantBot.Intake.Flooding;
using Xunit.Abstractions;

namespace MigrantBot.Tests.Intake.Flooding;

public sealed class FingerprintsTests(ITestOutputHelper output)
{
    const ulong Seed = 0x5EED;
    const int Letters = 500;

    static string Word(int number) => new([.. $"{(uint)(number + 1) * 2_654_435_761u}".Select(digit => (char)('а' + digit - '0'))]);

    /// <summary>How many of 500 letters after the same form are found, where so many words of each are its own.</summary>
    static int Found(int words, int own)
    {
        var fingerprints = new Fingerprints();
        return Enumerable.Range(0, Letters).Count(letter => fingerprints.IsRepeated(SimHash.Of(
            new Words(string.Join(' ', Enumerable.Range(0, words).Select(at => at % (words / own) == 3 ? Word(100_000 + letter * 100 + at) : Word(at)))), Seed)!.Value));
    }

    [Theory]
    [InlineData(20, 1, 50)]
    [InlineData(40, 1, 80)]
    [InlineData(80, 1, 95)]
    [InlineData(80, 2, 80)]
    [InlineData(150, 3, 80)]
    public void Of_letters_after_one_form_most_are_found(int words, int own, int percent)
    {
        var found = Found(words, own);
        output.WriteLine($"{words} words, {own} of them its own: {found * 100.0 / Letters:F0} % found");
        Assert.InRange(found, Letters * percent / 100, Letters);
    }

    [Fact]
    public void Letters_of_which_every_fourth_word_is_new_are_not_taken_for_copies() => Assert.Equal(0, Found(40, 10));

    [Fact]
    public void Five_alike_are_let_pass_and_the_oldest_of_five_thousand_is_forgotten()
    {
        var fingerprints = new Fingerprints();
        for (var copy = 0; copy < 5; copy++)
            Assert.False(fingerprints.IsRepeated(1));
        Assert.True(fingerprints.IsRepeated(1));

        var random = new Random(1);
        for (var other = 0; other < Fingerprints.Most; other++)
            Assert.False(fingerprints.IsRepeated((ulong)random.NextInt64() << 1));
        Assert.False(fingerprints.IsRepeated(1));
    }
}
