using MigrantBot.Core.Publications;
using MigrantBot.Publications;

namespace MigrantBot.Tests.Publications;

/// <summary>The chance that a running system draws its noise by. It differs from run to run, so each bound is crossed by a right one less than once in 10⁹.</summary>
public sealed class CryptographicChanceTests
{
    const int Draws = 25_000;
    const double Never = 7;

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(54)]
    public void Each_number_is_drawn_equally_often(int below)
    {
        var seen = new int[below];
        for (var left = Draws; left > 0; left--)
            seen[CryptographicChance.Draw(below)]++;
        Assert.InRange(Surprise([.. seen.Select(times => (times, (double)Draws / below))]), double.NegativeInfinity, Never);
    }

    /// <summary>The range of 2⁶⁴ holds this number 2⅔ times: by the remainder alone its lower two thirds would come three times in four.</summary>
    [Fact]
    public void None_is_favoured_where_the_range_does_not_divide()
    {
        var low = Enumerable.Range(0, Draws).Count(_ => CryptographicChance.Draw(3L << 61) < 2L << 61);
        Assert.InRange(Surprise([(low, Draws * 2 / 3.0), (Draws - low, Draws / 3.0)]), double.NegativeInfinity, Never);
        Assert.True(Surprise([(Draws * 3 / 4, Draws * 2 / 3.0), (Draws / 4, Draws / 3.0)]) > Never);
    }

    [Fact]
    public void Below_one_there_is_only_nothing_and_below_nothing_it_is_refused()
    {
        Assert.Equal(0, CryptographicChance.Draw(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CryptographicChance.Draw(0));
    }

    public static TheoryData<string> Losses =>
        [.. Enum.GetValues<Cadence>().SelectMany(cadence => Plan.Tables(cadence, Volume.Normal)).Select(table => table.Loss.ToString()).Distinct()];

    [Theory]
    [MemberData(nameof(Losses))]
    public void The_noise_of_a_running_system_follows_the_law(string name)
    {
        var loss = Plan.Tables(Cadence.Quarter, Volume.Low).Select(table => table.Loss).First(one => one.ToString() == name);
        var (ratio, last) = ((double)loss.Numerator / loss.Denominator, 5 * loss.Denominator / loss.Numerator);
        var seen = new int[(2 * last) + 1];
        for (var left = Draws; left > 0; left--)
            seen[Math.Clamp(DiscreteLaplace.Draw(loss, CryptographicChance.Draw), -last, last) + last]++;
        Assert.InRange(Surprise([.. seen.Select((times, place) => (times, Draws * Share(place - last)))]), double.NegativeInfinity, Never);

        // All that lies further out is thrown together with the last.
        double Share(int noise) => Math.Abs(noise) == last ? Math.Exp(-ratio * last) / (1 + Math.Exp(-ratio)) : Math.Tanh(ratio / 2) * Math.Exp(-ratio * Math.Abs(noise));
    }

    /// <summary>Pearson's χ² in standard deviations of a normal variable (Wilson and Hilferty).</summary>
    static double Surprise(IReadOnlyList<(int Seen, double Expected)> bins)
    {
        var freedom = bins.Count - 1;
        var spread = 2.0 / (9 * freedom);
        return (Math.Cbrt(bins.Sum(bin => Math.Pow(bin.Seen - bin.Expected, 2) / bin.Expected) / freedom) - (1 - spread)) / Math.Sqrt(spread);
    }
}
