namespace MigrantBot.Content.Checks;

/// <summary>The verb <c>check</c>: reads the words and facts as the program would, and says what is wrong, without a database or a server.</summary>
static class LocalesCheck
{
    /// <summary>Prints errors, warnings and the table; true where there is no error.</summary>
    internal static bool Run(string folder, DateOnly today, TextWriter output)
    {
        var locales = Locales.Load(folder);
        var findings = AllChecks.Find(locales, today);
        // What cannot be loaded goes first, as it was found: much of what follows comes from it.
        findings = [.. findings.Take(locales.Faults.Count), .. findings.Skip(locales.Faults.Count).OrderBy(finding => finding.Fault.File, StringComparer.Ordinal).ThenBy(finding => finding.Fault.Line)];
        Print("Errors", [.. findings.Where(finding => finding.IsError)], output);
        Print("Warnings", [.. findings.Where(finding => !finding.IsError)], output);
        foreach (var line in Summary.Lines(locales, findings))
            output.WriteLine(line);
        return findings.All(finding => !finding.IsError);
    }

    static void Print(string heading, IReadOnlyList<Finding> findings, TextWriter output)
    {
        if (findings.Count == 0)
            return;
        output.WriteLine($"{heading}:");
        foreach (var finding in findings)
            output.WriteLine(finding);
        output.WriteLine();
    }
}
