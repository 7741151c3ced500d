namespace MigrantBot.Backups;

/// <summary>What was asked for by <c>restore</c>.</summary>
/// <param name="File">The backup.</param>
/// <param name="SheetA">Typed from paper.</param>
/// <param name="SheetB">As above.</param>
sealed record RestoreOrder(string File, string SheetA, string SheetB)
{
    /// <summary>Who is on the team today, by handle; null where nobody has said so.</summary>
    public IReadOnlyList<string>? Team { get; init; }

    public bool IsOlderThanPromised { get; init; }

    public bool IsPepperLost { get; init; }

    /// <summary>Null where it is asked in another way.</summary>
    public static RestoreOrder? Read(string[] words)
    {
        if (words is not [var file, .. var options] || file.StartsWith("--", StringComparison.Ordinal))
            return null;
        var order = new RestoreOrder(file, "", "");
        while (options.Length > 0)
        {
            (order, options) = options switch
            {
                ["--sheet-a", var path, .. var rest] => (order with { SheetA = path }, rest),
                ["--sheet-b", var path, .. var rest] => (order with { SheetB = path }, rest),
                ["--team", var names, .. var rest] => (order with { Team = names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) }, rest),
                ["--older-than-promised", .. var rest] => (order with { IsOlderThanPromised = true }, rest),
                ["--pepper-is-lost", .. var rest] => (order with { IsPepperLost = true }, rest),
                _ => (null!, []),
            };
            if (order is null)
                return null;
        }
        return order.SheetA.Length > 0 && order.SheetB.Length > 0 ? order : null;
    }
}
