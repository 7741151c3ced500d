using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>The bound against the chance itself, which is summed up here term by term.</summary>
public sealed class SignalSurpriseTests
{
    /// <summary>Noise further out is too rare for any digit that is compared.</summary>
    const int Far = 160;

    [Theory]
    [InlineData(0, 3)]
    [InlineData(0, 6)]
    [InlineData(3, 2)]
    [InlineData(3, 6)]
    [InlineData(40, 3)]
    [InlineData(40, 6)]
    [InlineData(400, 4)]
    public void The_bound_is_never_under_the_chance_and_not_far_above_it(double rate, int periods)
    {
        foreach (var loss in new[] { Plan.Actor.Loss, Plan.Region.Loss, Plan.RegionType.Loss })
        {
            var chanceOf = Chances(rate, periods, loss);
            var deviation = Math.Sqrt((rate + Law.Variance(loss)) * (1 + (1.0 / periods)));
            foreach (var rise in Enumerable.Range(1, 5).Select(times => (long)(times * deviation)))
            {
                var (chance, bound) = (chanceOf(rise), SignalSurprise.Bound(rise, rate, periods, loss));
                Assert.True(bound >= chance && bound <= 30 * chance, $"A rise by {rise} at rate {rate}, ε {loss}, after {periods} periods has the chance {chance:e2}; the bound says {bound:e2}.");
            }
        }
    }

    [Fact]
    public void No_rise_is_no_surprise() => Assert.Equal(1, SignalSurprise.Bound(0, 20, 6, Plan.Region.Loss), 6);

    [Fact]
    public void No_rise_is_too_large_for_it() => Assert.Equal(0, SignalSurprise.Bound(1e9, 1e9, 6, Plan.Region.Loss), 6);

    /// <summary>That one number, times the periods, exceeds the sum of the others by the rise, times the periods.</summary>
    static Func<long, double> Chances(double rate, int periods, Epsilon loss)
    {
        var noise = Enumerable.Range(-Far, (2 * Far) + 1).Select(value => Law.Of(value, loss)).ToArray();
        var one = Together(Poisson(rate), noise);
        var others = Enumerable.Range(0, periods).Aggregate(Poisson(rate * periods), (sum, _) => Together(sum, noise));
        var upTo = new double[others.Length];
        for (var (i, sum) = (0, 0.0); i < others.Length; i++)
            upTo[i] = sum += others[i];
        return rise => one.Select((likelihood, i) => likelihood * At((periods * (i - Far - rise)) + (periods * Far))).Sum();

        double At(long place) => place < 0 ? 0 : upTo[Math.Min(place, upTo.Length - 1)];
    }

    /// <summary>Of the sum of two.</summary>
    static double[] Together(double[] one, double[] other)
    {
        var sum = new double[one.Length + other.Length - 1];
        for (var i = 0; i < one.Length; i++)
            for (var j = 0; j < other.Length; j++)
                sum[i + j] += one[i] * other[j];
        return sum;
    }

    static double[] Poisson(double rate) => Counts.Table(rate, spread: 1);
}
