namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>
/// Masks a receipt wherever it is told: whoever reads it could take the report back. Its groups may stand one below the other, as on paper, where no
/// other number is taken for one.
/// </summary>
static class Receipts
{
    /// <summary>For the browser, which checks by the same table.</summary>
    public const string Damm = Receipt.Damm;

    const int Digits = Receipt.Digits;
    const int WidestGap = 4;

    public static string Mask(string text)
    {
        List<(int Start, int End)> masked = [];
        for (var at = 0; at < text.Length; at++)
            if (char.IsAsciiDigit(text[at]) && (at == 0 || !char.IsAsciiDigit(text[at - 1])) && End(text, at) is { } end)
            {
                masked.Add((at, end));
                at = end;
            }
        return Spans.Replace(text, masked, Scrubber.NumberMask);
    }

    static int? End(string text, int start)
    {
        var (digits, gap, at) = (0, 0, start);
        for (; at < text.Length && digits < Digits; at++)
            if (char.IsAsciiDigit(text[at]))
                (digits, gap) = (digits + 1, 0);
            else if (!Receipt.Separates(text[at]) || ++gap > WidestGap)
                return null;
        return (at == text.Length || !char.IsAsciiDigit(text[at])) && Receipt.Read(text[start..at]) is not null ? at : null;
    }
}
