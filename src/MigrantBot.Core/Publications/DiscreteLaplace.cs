namespace MigrantBot.Core.Publications;

/// <summary>Noise that is a whole number and falls by e^−ε with each step from zero, drawn exactly as Canonne, Kamath and Steinke (2020) do: whole numbers only, for roundings of fractions would tell the count.</summary>
public static class DiscreteLaplace
{
    public static long Draw(Epsilon loss, Chance chance)
    {
        ArgumentOutOfRangeException.ThrowIfZero(loss.Numerator, nameof(loss));
        while (true)
        {
            var part = chance(loss.Denominator);
            if (!FallsOff(part, loss.Denominator, chance))
                continue;
            var wholes = 0L;
            while (FallsOff(1, 1, chance))
                wholes++;
            var distance = checked(part + (loss.Denominator * wholes)) / loss.Numerator;
            var isBelow = Happens(1, 2, chance);
            if (isBelow && distance == 0)
                continue;
            return isBelow ? -distance : distance;
        }
    }

    /// <summary>True with probability e^−(part/whole), for a part of at most the whole: the odd among the terms of its series.</summary>
    static bool FallsOff(long part, long whole, Chance chance)
    {
        var term = 1L;
        // part / (whole × term), as two draws of which both must happen: the product, which could overflow, is never made.
        while (Happens(part, whole, chance) && Happens(1, term, chance))
            term++;
        return term % 2 == 1;
    }

    static bool Happens(long part, long whole, Chance chance) => chance(whole) < part;
}
