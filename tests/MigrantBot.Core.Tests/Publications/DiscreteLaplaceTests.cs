using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>χ² and ratios of the sampler at every ε of the plan, and that both would see a wrong one.</summary>
public sealed class DiscreteLaplaceTests
{
    const int Draws = 400_000;

    /// <summary>Seeded draws are the same for ever: this bound was never crossed by luck, and a right sampler begun anew would cross it once in some hundred.</summary>
    const double Seeded = 3.5;

    /// <summary>Crossed by a right sampler less than once in 10⁹.</summary>
    const double Never = 7;

    static readonly IReadOnlyList<Epsilon> OfThePlan =
        [.. Enum.GetValues<Cadence>().SelectMany(cadence => Plan.Tables(cadence, Volume.Normal)).Select(table => table.Loss).Distinct()];

    public static TheoryData<string> Losses => [.. OfThePlan.Select(loss => loss.ToString())];

    [Fact]
    public void Every_loss_of_the_plan_is_tested() =>
        Assert.Equal(["1/2", "1/4", "1/5", "2/5"], OfThePlan.Select(loss => loss.ToString()).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Losses))]
    public void Its_draws_follow_the_law(string name)
    {
        var loss = OfThePlan.Single(one => one.ToString() == name);
        var chance = Chances.Seeded(1);
        var fit = Fit.Of(loss, Draws, () => DiscreteLaplace.Draw(loss, chance));
        Assert.True(fit.Surprise < Seeded && fit.WorstRatio < Seeded, $"At {name} χ² is {fit.Surprise:0.0} and the worst ratio {fit.WorstRatio:0.0} standard deviations off.");
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_wrong_sampler_would_be_seen(string name)
    {
        var loss = OfThePlan.Single(one => one.ToString() == name);
        var chance = Chances.Seeded(2);
        Assert.True(Fit.Of(loss, Draws, () => RoundedContinuous(loss, chance)).Surprise > Seeded, $"A rounded continuous Laplace passes at {name}.");
        var tooLittle = new Epsilon(loss.Numerator * 11, loss.Denominator * 10);
        var tenth = Fit.Of(loss, Draws, () => DiscreteLaplace.Draw(tooLittle, chance));
        Assert.True(tenth.Surprise > Never && tenth.WorstRatio > Seeded, $"A tenth too little noise passes at {name}.");
        Assert.True(Fit.Of(loss, Draws / 4, () => WithTwoZeros(loss, chance)).WorstRatio > Seeded, $"A zero that is drawn twice passes at {name}.");
    }

    [Fact]
    public void Without_luck_it_draws_zero()
    {
        var still = Chances.Still();
        foreach (var loss in OfThePlan)
            Assert.Equal(0, DiscreteLaplace.Draw(loss, still));
    }

    [Fact]
    public void A_loss_of_nothing_is_refused_for_it_would_take_endless_noise() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscreteLaplace.Draw(default, Chances.Seeded(3)));

    /// <summary>What one writes who has not read Mironov.</summary>
    static long RoundedContinuous(Epsilon loss, Chance chance)
    {
        var uniform = (chance(1L << 52) + 0.5) / (1L << 52);
        var noise = -Math.Log(uniform) / loss.Value();
        return (long)Math.Round(chance(2) == 0 ? noise : -noise);
    }

    /// <summary>A sampler that forgets to refuse the negative zero.</summary>
    static long WithTwoZeros(Epsilon loss, Chance chance)
    {
        var noise = DiscreteLaplace.Draw(loss, chance);
        return noise != 0 && chance(1000) < 1000 * Law.Of(0, loss) / (1 + Law.Of(0, loss)) ? 0 : noise;
    }
}
