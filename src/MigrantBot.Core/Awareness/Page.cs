using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>A part of a list that fits one screen; a number beyond the end gives the last page.</summary>
sealed record Page<T>(int Number, IReadOnlyList<T> Items, bool More);

static class Page
{
    /// <summary>A list of buttons: whole where they fit one screen, else page by page with room for "more".</summary>
    internal static Page<T> OfButtons<T>(IReadOnlyList<T> all, int number) =>
        Of(all, number, all.Count <= Screen.MostButtons ? Screen.MostButtons : Screen.MostButtons - 1);

    internal static Page<T> Of<T>(IReadOnlyList<T> all, int number, int size)
    {
        var last = Math.Max(0, (all.Count - 1) / size);
        var shown = Math.Min(number, last);
        return new(shown, [.. all.Skip(shown * size).Take(size)], shown < last);
    }
}
