using System.Globalization;
using MigrantBot.Core.Reporting.Scrubbing;

namespace MigrantBot.Core.Reporting;

/// <summary>
/// The 20 digits with which a reporter comes back: 19 and a check digit, so that a slip of the finger is seen before any work is done for it.
/// It opens the answers to a report and can withdraw it, so it prints as <c>…</c>; who needs it must reveal it by name.
/// </summary>
public sealed class Receipt : IEquatable<Receipt>
{
    public const int Digits = 20;
    const int GroupLength = 4;

    /// <summary>The numbers of receipts are below this.</summary>
    public static readonly UInt128 Numbers = 10_000_000_000_000_000_000;

    /// <summary>H. M. Damm's quasigroup of order 10: each single wrong digit and each swap of two neighbours leads elsewhere.</summary>
    internal const string Damm =
        "0317598642" + "7092154863" + "4206871359" + "1750983426" + "6123045978" + "3674209581" + "5869720134" + "8945362017" + "9438617205" + "2581436790";

    readonly string digits;

    Receipt(string digits) => this.digits = digits;

    /// <summary>The receipt of this number below <see cref="Numbers"/>.</summary>
    public static Receipt Of(UInt128 number)
    {
        // The framework's own check would put the number into its message.
        if (number >= Numbers)
            throw new ArgumentOutOfRangeException(nameof(number), $"The number of a receipt has at most {Digits - 1} digits.");
        var without = number.ToString("D19", CultureInfo.InvariantCulture);
        return new($"{without}{Check(without)}");
    }

    /// <summary>
    /// What a person typed, in any grouping by blanks, hyphens or points and in the digits of any script; null for anything but 20 digits of
    /// which the last is right.
    /// </summary>
    public static Receipt? Read(string typed)
    {
        var digits = string.Concat(PlainLetters.Of(typed).Where(sign => !Separates(sign)));
        return digits.Length == Digits && digits.All(char.IsAsciiDigit) && Check(digits) == '0' ? new(digits) : null;
    }

    /// <summary>All 20 digits without a gap. Every use is a place to look at in a review.</summary>
    public string Reveal() => digits;

    /// <summary>The digits as they are written down: five groups of four. As secret as <see cref="Reveal"/>.</summary>
    public string Grouped => string.Join(' ', digits.Chunk(GroupLength).Select(group => new string(group)));

    public override string ToString() => "…";

    public bool Equals(Receipt? other) => other is not null && digits == other.digits;

    public override bool Equals(object? obj) => Equals(obj as Receipt);

    public override int GetHashCode() => digits.GetHashCode(StringComparison.Ordinal);

    /// <summary>The digit to add; '0' where the last one is right already.</summary>
    static char Check(string digits) => digits.Aggregate('0', (interim, digit) => Damm[10 * (interim - '0') + digit - '0']);

    internal static bool Separates(char sign) =>
        char.IsWhiteSpace(sign) || char.GetUnicodeCategory(sign) == UnicodeCategory.DashPunctuation || sign is '.' or '·' or '•' or '\u2212';
}
