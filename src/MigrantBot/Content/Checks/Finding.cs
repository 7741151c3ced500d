using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>What a check has found. An error stops the build; a warning only tells.</summary>
sealed record Finding(Fault Fault, bool IsError)
{
    internal static Finding Error(Text text, string problem, string mend) => new(new(text.File, text.Line, $"“{text.Key}”: {problem}", mend), IsError: true);

    internal static Finding Warning(Text text, string problem, string mend) => Error(text, problem, mend) with { IsError = false };

    internal static Finding Error(Item item, string problem, string mend) => new(new(item.File, item.Line, $"“{item.Dated.Id}” {problem}", mend), IsError: true);

    internal static Finding Warning(Item item, string problem, string mend) => Error(item, problem, mend) with { IsError = false };

    public override string ToString() => Fault.ToString();
}
