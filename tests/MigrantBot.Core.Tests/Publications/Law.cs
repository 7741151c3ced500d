using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>What the noise should be, by its formula.</summary>
static class Law
{
    internal static double Value(this Epsilon loss) => (double)loss.Numerator / loss.Denominator;

    internal static double Alpha(Epsilon loss) => Math.Exp(-loss.Value());

    internal static double Of(long noise, Epsilon loss) => Math.Tanh(loss.Value() / 2) * Math.Exp(-loss.Value() * Math.Abs(noise));

    /// <summary>Of noise of at least this, which is above zero.</summary>
    internal static double From(long noise, Epsilon loss) => Math.Exp(-loss.Value() * noise) / (1 + Alpha(loss));

    internal static double Variance(Epsilon loss) => 2 * Alpha(loss) / Math.Pow(1 - Alpha(loss), 2);
}
