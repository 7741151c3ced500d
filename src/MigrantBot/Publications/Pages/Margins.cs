namespace MigrantBot.Publications.Pages;

/// <summary>How two published numbers of the same kind differ: so little that it may be chance alone, or more.</summary>
enum Change { Unclear, More, Fewer }

/// <summary>How far from the truth a number may be, for 95 of 100 of them.</summary>
static class Margins
{
    /// <summary>Of the sum of several cells: at most this, since their noises partly cancel.</summary>
    public static int OfSum(int margin, int cells) => (int)Math.Ceiling(margin * Math.Sqrt(cells));

    /// <summary>The margin of a difference is that of the two together.</summary>
    public static Change Between(long now, long before, int margin, int marginBefore) =>
        Math.Abs(now - before) <= Math.Sqrt(((double)margin * margin) + ((double)marginBefore * marginBefore)) ? Change.Unclear : now > before ? Change.More : Change.Fewer;

    /// <summary>From where to where the truth very likely lies; never below nothing.</summary>
    public static (long Low, long High) Range(long value, int margin) => (Math.Max(0, value - margin), value + margin);
}
