namespace MigrantBot.Demo;

/// <summary>Endings one after the other, each as often as its share says and never long without one: a short queue too has some of all.</summary>
sealed class Deal(IReadOnlyList<(Ending Value, int Share)> shares)
{
    /// <summary>Steps of the golden section fall evenly, however many there are.</summary>
    const double Step = 0.618034;

    readonly int all = shares.Sum(one => one.Share);
    double at;

    public Ending Next()
    {
        at = (at + Step) % 1;
        var left = (int)(at * all);
        return shares.First(one => (left -= one.Share) < 0).Value;
    }
}
